package io.exitbrain.benchmarks;

import java.time.Duration;

/** How the time for latency is spent. */
record LatencyPlan(int rounds, int warmUpSeconds, int measuredSeconds) {

    /** On two cores the compilers of broker and candidate are done with most of it by then; after 20 s they take a core between them. */
    static final int ENOUGH_WARM_UP = 50;

    private static final int STARTING = 18;
    private static final int GOOD_MEASURED = 20;
    private static final int LEAST_MEASURED = 5;
    private static final int MOST_MEASURED = 60;

    /** As many rounds of {@code candidates} as fit well; at least one, however short. */
    static LatencyPlan within(Duration time, int candidates, int rates) {
        int seconds = (int) time.toSeconds();
        int wellDone = candidates * (STARTING + warmUps(ENOUGH_WARM_UP, rates) + rates * GOOD_MEASURED);
        int rounds = Math.max(1, seconds / wellDone);
        int each = seconds / rounds / candidates - STARTING;
        int warmUp = Math.max(LEAST_MEASURED, Math.min(ENOUGH_WARM_UP, each * 2 / 3));
        int measured = (each - warmUps(warmUp, rates)) / rates;
        return new LatencyPlan(rounds, warmUp, Math.max(LEAST_MEASURED, Math.min(MOST_MEASURED, measured)));
    }

    /** A full one, then a fifth of it for each further rate. */
    private static int warmUps(int first, int rates) {
        return first + (rates - 1) * Math.max(1, first / 5);
    }
}
