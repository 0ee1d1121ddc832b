package io.exitbrain.chaos;

import io.exitbrain.audit.AuditSettings;
import io.exitbrain.audit.Verdict;
import io.exitbrain.audit.command.TopicAudit;
import io.exitbrain.audit.topics.TopicsUnreadable;
import io.exitbrain.chaos.blow.Blow;
import io.exitbrain.chaos.blow.BlowSequence;
import io.exitbrain.chaos.blow.Striker;
import io.exitbrain.chaos.load.Load;
import io.exitbrain.chaos.load.Probes;
import io.exitbrain.chaos.process.ChildJvm;
import io.exitbrain.chaos.process.Fleet;
import io.exitbrain.chaos.process.ProcessFailed;
import io.exitbrain.chaos.watch.ClusterView;
import io.exitbrain.chaos.watch.CommandWatch;
import io.exitbrain.chaos.watch.Recovery;
import io.exitbrain.chaos.watch.Until;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run: starts everything, strikes, waits after each blow, and lets the audit judge the topics. It is used once. */
public final class ChaosRun implements AutoCloseable {

    /** Without the re-derivation: after blows the order in which the engines read several topics is not known well enough for it. */
    private static final AuditSettings AUDIT = new AuditSettings(AuditSettings.DEFAULT.policy(), false, finding -> {});

    private static final List<String> INPUTS = List.of("order-fills", "positions", "mark-prices", "execution-reports");
    private static final String EVENTS = "exchange-events";

    private final ChaosSettings settings;
    private final Timeline timeline;
    private final Fleet fleet;
    private final List<BlowResult> blows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** Nothing runs yet; everything will be below {@code folder}. {@code lines} gets the time line. */
    public ChaosRun(ChaosSettings settings, Path folder, Consumer<String> lines) {
        this.settings = settings;
        this.timeline = new Timeline(lines);
        this.fleet = new Fleet(folder, settings.brokers(), settings.engines(), settings.engineSettings());
    }

    /** Returns when the audit is done. Throws {@link ProcessFailed} if the brokers or the engines do not even start. */
    public ChaosResult run() {
        fleet.brokers().forEach(ChildJvm::start);
        try (ClusterView view = new ClusterView(fleet.bootstrapServers())) {
            Until.present(
                    "the brokers", () -> Optional.of(view.liveBrokers()).filter(live -> live == settings.brokers()));
            new TopicAdmin(view.admin(), TopicsFile.packaged()).createMissing();
            strikeUnderLoad(view);
        }
        return new ChaosResult(settings.seed(), blows, failures, audited());
    }

    private void strikeUnderLoad(ClusterView view) {
        int partitions = partitions();
        List<String> probes = Probes.symbols(partitions);
        try (CommandWatch watch = new CommandWatch(fleet.bootstrapServers(), probes);
                Load load = new Load(fleet.bootstrapServers(), settings.feed(), settings.seed(), partitions)) {
            load.start();
            fleet.engines().forEach(ChildJvm::start);
            Recovery recovery = new Recovery(fleet, view, watch);
            require(recovery.await(System.currentTimeMillis()));
            timeline.begin(settings);
            Striker striker =
                    new Striker(fleet, view, partitions, settings.protocol().pauseMs());
            strike(striker, recovery, watch, load);
            load.stop();
            awaitAllRead(view);
        }
    }

    private static int partitions() {
        return TopicsFile.packaged().topics().stream()
                .filter(topic -> topic.name().equals("trailing-stop-commands"))
                .findFirst()
                .orElseThrow()
                .partitions();
    }

    private static void require(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new ProcessFailed("the start failed: " + String.join("; ", missing));
        }
    }

    private void strike(Striker striker, Recovery recovery, CommandWatch watch, Load load) {
        BlowSequence sequence = new BlowSequence(settings.seed(), settings.blows());
        while (failures.isEmpty()
                && blows.size() < settings.most()
                && timeline.elapsedMs() < settings.length().toMillis()) {
            Blow blow = sequence.next();
            Until.passed(blow.calmMs());
            strike(blow, striker, recovery, watch);
            load.failure().ifPresent(failed -> failures.add("the load failed: " + failed.getMessage()));
        }
    }

    private void strike(Blow blow, Striker striker, Recovery recovery, CommandWatch watch) {
        long atMs = timeline.elapsedMs();
        watch.begin(System.currentTimeMillis());
        try {
            String what = striker.strike(blow);
            List<String> missing = recovery.await(System.currentTimeMillis());
            BlowResult result =
                    new BlowResult(blow.kind(), atMs, what, watch.longestSilenceMs(), timeline.elapsedMs() - atMs);
            blows.add(result);
            timeline.add(result, missing);
            missing.forEach(sentence ->
                    failures.add("after %s of %s: %s".formatted(blow.kind().label(), what, sentence)));
        } catch (ProcessFailed failed) {
            failures.add("at %s: %s".formatted(blow.kind().label(), failed.getMessage()));
        }
    }

    private void awaitAllRead(ClusterView view) {
        List<String> topics = new ArrayList<>(INPUTS);
        topics.add(EVENTS);
        boolean isRead = Until.isTrue(() ->
                view.unread(Fleet.APPLICATION, topics).filter(left -> left <= 0).isPresent());
        if (!isRead) {
            failures.add("the engines did not read everything within %d s after the load: %s records are left"
                    .formatted(
                            Until.BACK_WITHIN_MS / 1_000,
                            view.unread(Fleet.APPLICATION, topics)
                                    .map(String::valueOf)
                                    .orElse("an unknown number of")));
        }
    }

    private Optional<Verdict> audited() {
        TopicAudit audit =
                new TopicAudit(fleet.bootstrapServers(), Optional.empty(), Optional.empty(), AUDIT, failures::add);
        try {
            return Optional.of(audit.run(false, verdict -> {}));
        } catch (TopicsUnreadable failed) {
            failures.add("the audit failed: " + failed.getMessage());
            return Optional.empty();
        }
    }

    /** The brokers, which run until {@link #close}. */
    public String bootstrapServers() {
        return fleet.bootstrapServers();
    }

    /** Kills every process. */
    @Override
    public void close() {
        fleet.close();
    }
}
