package io.exitbrain.topology.metrics;

import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.vitals.RecoveryVitals;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The state of the process, and the positions as the stream threads count them every second. */
final class StateMetrics {

    private static final long HELD_MS = 10_000;
    private static final long BLIND_MS = 3_000;

    private final Meters meters;

    private enum State {
        RUNNING,
        REBALANCING,
        RESTORING,
        DOWN;

        static State of(StreamsView streams, Evidence evidence) {
            return switch (streams.state()) {
                case RUNNING -> streams.hasDeadThread() ? DOWN : RUNNING;
                case CREATED, REBALANCING -> evidence.restoreRecords() > 0 ? RESTORING : REBALANCING;
                default -> DOWN;
            };
        }
    }

    StateMetrics(Meters meters, EngineMetrics.Subject subject) {
        this.meters = meters;
        Evidence evidence = subject.evidence();
        for (State state : State.values()) {
            meters.gauge(
                    "state",
                    "The state of the process: 1 for the present one.",
                    Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                    () -> State.of(subject.streams(), evidence) == state ? 1 : 0);
        }
        positions(subject.vitals());
        cluster(evidence);
        recoveries(subject.vitals().recoveries());
        meters.gauge(
                "symbols.blind",
                "Symbols whose prices are ignored, because one before them has a later time.",
                () -> subject.vitals()
                        .stalePrices()
                        .blindFor(BLIND_MS, subject.clock().getAsLong())
                        .size());
    }

    private void positions(Vitals vitals) {
        position("positions.open", "Open positions.", vitals, TaskVitals::openPositions);
        meters.gauge(
                "positions.unprotected",
                "Open positions without a plan, with a stop that is known not to stand, or hit by a defect.",
                vitals::unprotectedPositions);
        meters.seconds(
                "unprotected.oldest",
                "The time for which the oldest unprotected position has been unprotected.",
                Tags.empty(),
                () -> vitals.positions().oldestUnprotectedMs());
        position("plans.without.trail", "Plans without a trailing rule.", vitals, TaskVitals::withoutTrail);
        position("symbols.mixed.mode", "Symbols with one-way and hedge positions.", vitals, TaskVitals::mixedSymbols);
        position(
                "positions.leverage.unknown",
                "Open positions whose leverage nobody has told.",
                vitals,
                TaskVitals::unknownLeverage);
        position(
                "positions.dust",
                "Open positions of less than one lot step, which no order can close.",
                vitals,
                TaskVitals::dust);
    }

    private void position(String suffix, String help, Vitals vitals, ToDoubleFunction<TaskVitals> count) {
        meters.gauge(suffix, help, () -> count.applyAsDouble(vitals.positions()));
    }

    private void recoveries(RecoveryVitals recoveries) {
        meters.counter(
                "take.overs",
                "Dead instances that this one has removed from the group.",
                Tags.empty(),
                recoveries::takeOvers);
        meters.counter(
                "threads.replaced",
                "Stream threads that were put out of the group and replaced.",
                Tags.empty(),
                recoveries::threadsReplaced);
        meters.counter(
                "transactions.ended",
                "Partitions on which this instance has ended a transaction that hung.",
                Tags.empty(),
                recoveries::transactionsEnded);
    }

    private void cluster(Evidence evidence) {
        meters.gauge(
                "restore.remaining.records",
                "Changelog records to restore before this instance decides.",
                evidence::restoreRecords);
        meters.seconds(
                "broker.silence", "The time since a broker last answered.", Tags.empty(), evidence::brokerSilenceMs);
        meters.gauge(
                "partitions.held",
                "Partitions whose last stable offset has stood for 10 s while they grew: a transaction hangs.",
                () -> evidence.held(HELD_MS).size());
        meters.gauge(
                "partitions.unowned",
                "Partitions that no instance owns.",
                () -> evidence.unowned(HELD_MS).size());
        meters.gauge("instances", "Instances that own partitions.", evidence::instances);
    }
}
