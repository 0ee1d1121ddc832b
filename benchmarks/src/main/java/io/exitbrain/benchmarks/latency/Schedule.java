package io.exitbrain.benchmarks.latency;

import java.util.List;
import java.util.Optional;

/**
 * The time when each record is due. It is fixed before the first record is sent, so a delay in sending counts as latency. The symbols
 * of the prices take turns through all phases. Every {@link #FILL_MS} a fill of a new symbol is due.
 */
record Schedule(List<Phase> phases, int symbols) {

    /** Fifty fills a second. */
    static final long FILL_MS = 20;

    private static final long NANOS_PER_MS = 1_000_000;

    /**
     * The time when a record was due.
     *
     * @param nanos since the begin of the schedule
     */
    record Due(Phase phase, long nanos) {}

    Schedule {
        phases = List.copyOf(phases);
    }

    long millis() {
        return phases.stream().mapToLong(Phase::millis).sum();
    }

    long fills() {
        return millis() / FILL_MS;
    }

    /** The time when fill {@code number} is due; empty if there is no such fill. */
    Optional<Due> ofFill(long number) {
        long ms = number * FILL_MS;
        long begin = 0;
        for (Phase phase : phases) {
            if (number >= 0 && ms < begin + phase.millis()) {
                return Optional.of(new Due(phase, ms * NANOS_PER_MS));
            }
            begin += phase.millis();
        }
        return Optional.empty();
    }

    /** The time when the price of {@code symbol} with event time {@code ms} since the begin was due; empty if there is none. */
    Optional<Due> ofPrice(int symbol, long ms) {
        long begin = 0;
        long before = 0;
        for (Phase phase : phases) {
            if (ms >= begin && ms < begin + phase.millis()) {
                return inPhase(phase, begin, before, symbol, ms - begin);
            }
            begin += phase.millis();
            before += phase.prices();
        }
        return Optional.empty();
    }

    private Optional<Due> inPhase(Phase phase, long begin, long before, int symbol, long ms) {
        for (long number = phase.firstAt(ms); phase.eventMs(number) == ms; number++) {
            if ((before + number) % symbols == symbol) {
                return Optional.of(new Due(phase, begin * NANOS_PER_MS + phase.dueNanos(number)));
            }
        }
        return Optional.empty();
    }
}
