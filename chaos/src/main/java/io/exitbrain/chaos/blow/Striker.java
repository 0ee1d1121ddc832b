package io.exitbrain.chaos.blow;

import io.exitbrain.chaos.process.ChildJvm;
import io.exitbrain.chaos.process.Fleet;
import io.exitbrain.chaos.watch.ClusterView;
import io.exitbrain.chaos.watch.Until;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Performs blows. At the end of each every process that was hit runs again; it may still be busy with its start. */
public final class Striker {

    /** How long an engine may take to close. */
    private static final int CLOSES_WITHIN_SECONDS = 30;
    /** Kafka's session of a broker is 9 s. */
    private static final long BROKER_PAUSE_MS = 12_000;

    private static final long DISK_FULL_MS = 10_000;
    private static final Duration CLOCK_OFF = Duration.ofHours(1);
    private static final long CLOCK_OFF_MS = 10_000;

    private static final String COMMANDS = "trailing-stop-commands";

    private final Fleet fleet;
    private final ClusterView view;
    private final int partitions;
    private final long enginePauseMs;

    /** {@code enginePauseMs} is longer than the session of an engine. */
    public Striker(Fleet fleet, ClusterView view, int partitions, long enginePauseMs) {
        this.fleet = fleet;
        this.view = view;
        this.partitions = partitions;
        this.enginePauseMs = enginePauseMs;
    }

    /** Returns what was done, in a few words. */
    public String strike(Blow blow) {
        List<ChildJvm> engines = fleet.engines();
        return switch (blow.kind()) {
            case KILL_ENGINE -> kill(from(engines, blow.target(), 1), blow);
            case KILL_ALL_ENGINES -> kill(engines, blow);
            case PAUSE_ENGINE -> pause(from(engines, blow.target(), 1), enginePauseMs);
            case STOP_ENGINE -> restart(from(engines, blow.target(), 1), Striker::terminate, blow);
            case ROLL_ENGINES -> roll(blow);
            case FILL_DISK -> fillDisk(from(engines, blow.target(), 2));
            case SHIFT_CLOCK -> shiftClock(from(engines, blow.target(), 1).get(0), blow.downMs() % 2 == 0);
            case KILL_BROKER -> kill(from(fleet.brokers(), blow.target(), 1), blow);
            case KILL_LEADER -> kill(List.of(fleet.broker(leader(blow.target() % partitions))), blow);
            case KILL_CONTROLLER -> kill(List.of(fleet.broker(controller())), blow);
            case KILL_TWO_BROKERS -> kill(from(fleet.brokers(), blow.target(), 2), blow);
            case PAUSE_BROKER -> pause(from(fleet.brokers(), blow.target(), 1), BROKER_PAUSE_MS);
        };
    }

    private int leader(int partition) {
        return Until.present(
                "a leader of %s-%d".formatted(COMMANDS, partition), () -> view.leader(COMMANDS, partition));
    }

    private int controller() {
        return Until.present("an active controller", view::controller);
    }

    private static String kill(List<ChildJvm> processes, Blow blow) {
        return restart(processes, ChildJvm::kill, blow);
    }

    private static String restart(List<ChildJvm> processes, Consumer<ChildJvm> end, Blow blow) {
        processes.parallelStream().forEach(end);
        Until.passed(blow.downMs());
        processes.forEach(ChildJvm::start);
        return "%s, away for %s".formatted(names(processes), seconds(blow.downMs()));
    }

    private static String pause(List<ChildJvm> processes, long pauseMs) {
        processes.forEach(ChildJvm::pause);
        Until.passed(pauseMs);
        processes.forEach(ChildJvm::resume);
        return "%s, silent for %s".formatted(names(processes), seconds(pauseMs));
    }

    private static void terminate(ChildJvm engine) {
        engine.terminate(CLOSES_WITHIN_SECONDS);
    }

    private String roll(Blow blow) {
        List<ChildJvm> processes =
                from(fleet.engines(), blow.target(), fleet.engines().size());
        for (ChildJvm engine : processes) {
            terminate(engine);
            engine.start();
            awaitReady(engine);
            awaitCopies(engine);
        }
        return names(processes) + ", one after the other";
    }

    /** The first engine has no room. While that lasts, the second is killed, so that its work goes to the first. */
    private static String fillDisk(List<ChildJvm> engines) {
        ChildJvm full = engines.get(0);
        full.fillDisk();
        Until.passed(DISK_FULL_MS / 2);
        engines.stream().skip(1).forEach(other -> {
            other.kill();
            other.start();
        });
        Until.passed(DISK_FULL_MS / 2);
        boolean hasEnded = full.freeDisk();
        return "%s, no room for %s%s"
                .formatted(full.name(), seconds(DISK_FULL_MS), hasEnded ? ", ended and started again" : "");
    }

    private String shiftClock(ChildJvm engine, boolean isAhead) {
        terminate(engine);
        engine.startWithWrongClock(isAhead ? CLOCK_OFF : CLOCK_OFF.negated());
        awaitReady(engine);
        Until.passed(CLOCK_OFF_MS);
        terminate(engine);
        engine.start();
        return "%s, an hour %s for %s".formatted(engine.name(), isAhead ? "ahead" : "behind", seconds(CLOCK_OFF_MS));
    }

    private void awaitReady(ChildJvm engine) {
        int port = portOf(engine);
        Until.present(engine.name() + " to serve", () -> Optional.of(port).filter(view::isReady));
    }

    /** The next engine to stop may be the only other one that has the state. */
    private void awaitCopies(ChildJvm engine) {
        if (fleet.engines().size() > 1) {
            int port = portOf(engine);
            Until.present(
                    engine.name() + " to have its copies",
                    () -> Optional.of(port).filter(view::hasCopies));
        }
    }

    private int portOf(ChildJvm engine) {
        return fleet.httpPorts().get(fleet.engines().indexOf(engine));
    }

    /** {@code count} of the processes, beginning with the one that {@code target} says. */
    private static List<ChildJvm> from(List<ChildJvm> processes, int target, int count) {
        return IntStream.range(0, Math.min(count, processes.size()))
                .mapToObj(next -> processes.get((target + next) % processes.size()))
                .toList();
    }

    private static String names(List<ChildJvm> processes) {
        return processes.stream().map(ChildJvm::name).collect(Collectors.joining(", "));
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.1f s", milliseconds / 1_000.0);
    }
}
