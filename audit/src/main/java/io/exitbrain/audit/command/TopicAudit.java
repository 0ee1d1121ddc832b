package io.exitbrain.audit.command;

import io.exitbrain.audit.AuditSettings;
import io.exitbrain.audit.Auditor;
import io.exitbrain.audit.Verdict;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.audit.topics.EngineTopics;
import io.exitbrain.audit.topics.Horizon;
import io.exitbrain.domain.policy.Mode;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.brokers.Brokers;
import io.exitbrain.topology.brokers.ClientProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** An audit of the topics of a cluster. */
public final class TopicAudit {

    private static final Duration BROKERS_ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final long ROUND_MS = 500;

    private final Properties client;
    private final String applicationId;
    private final AuditSettings settings;
    private final Consumer<String> warnings;
    private Optional<Horizon> horizon = Optional.empty();

    /** {@code commandConfig} has properties of the clients; without {@code applicationId} it is the default of the policy's mode. */
    public TopicAudit(
            String bootstrapServer,
            Optional<Path> commandConfig,
            Optional<String> applicationId,
            AuditSettings settings,
            Consumer<String> warnings) {
        this.client = ClientProperties.of(bootstrapServer, commandConfig);
        boolean isShadow = settings.policy().mode() == Mode.SHADOW;
        this.applicationId = applicationId.orElse(isShadow ? "exit-brain-shadow" : "exit-brain");
        this.settings = settings;
        this.warnings = warnings;
    }

    /** Passes the verdict on and returns it. With {@code follows} it ends when the process is asked to end. */
    public Verdict run(boolean follows, Consumer<Verdict> sink) {
        Brokers.requireAnswer(client, BROKERS_ANSWER_WITHIN, "--bootstrap-server");
        try (Admin admin = Admin.create(client)) {
            EngineTopics topics =
                    EngineTopics.needed(admin, Topics.of(settings.policy().mode()));
            return run(admin, topics, follows, sink);
        }
    }

    private Verdict run(Admin admin, EngineTopics topics, boolean follows, Consumer<Verdict> sink) {
        try (TopicReader reader = TopicReader.open(client, topics);
                Auditor auditor = Auditor.ofTopics(settings, this::isUndecided);
                End end = follows ? End.onSignal() : End.now()) {
            reader.headless(auditor::beginsInTheMiddle);
            do {
                round(admin, topics, reader, auditor);
            } while (!end.within(ROUND_MS));
            auditor.finish();
            Verdict verdict = auditor.verdict();
            // The process ends when the last of these resources is closed.
            sink.accept(verdict);
            return verdict;
        }
    }

    private void round(Admin admin, EngineTopics topics, TopicReader reader, Auditor auditor) {
        Horizon next = Horizon.now(admin, topics, applicationId);
        if (horizon.isEmpty() && !next.hasCommits()) {
            warnings.accept("the group " + applicationId
                    + " has committed nothing: every input counts as decided; --application-id names another engine");
        }
        horizon = Optional.of(next);
        reader.readTo(next, auditor::feed);
        auditor.flush();
    }

    private boolean isUndecided(Coordinates input) {
        return horizon.filter(known -> known.isBeyond(input)).isPresent();
    }

    /** When an audit ends: after one round, or when the process is asked to end. */
    private static final class End implements AutoCloseable {

        private final CountDownLatch asked;
        private final CountDownLatch done = new CountDownLatch(1);

        private End(CountDownLatch asked) {
            this.asked = asked;
        }

        static End now() {
            return new End(new CountDownLatch(0));
        }

        static End onSignal() {
            End end = new End(new CountDownLatch(1));
            Runtime.getRuntime().addShutdownHook(new Thread(end::ask, "audit-end"));
            return end;
        }

        private void ask() {
            asked.countDown();
            try {
                done.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        boolean within(long milliseconds) {
            try {
                return asked.await(milliseconds, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        @Override
        public void close() {
            done.countDown();
        }
    }
}
