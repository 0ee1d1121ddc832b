package io.exitbrain.benchmarks.latency;

import java.util.List;
import java.util.Optional;

/**
 * When each record is due. It is fixed before the first is sent: a record that is sent late is late by as much, whoever held it up.
 * Prices of the symbols take turns through all phases; a fill of a symbol of its own comes every {@link #FILL_MS}.
 */
record Schedule(List<Phase> phases, int symbols) {

    /** Fifty fills a second. */
    static final long FILL_MS = 20;

    private static final long NANOS_PER_MS = 1_000_000;

    /**
     * When a record was due.
     *
     * @param nanos after the begin of the schedule
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

    /** When fill {@code number} is due; empty for one that never is. */
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

    /** When the price of {@code symbol} with event time {@code ms} after the begin was due; empty where there is none. */
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
