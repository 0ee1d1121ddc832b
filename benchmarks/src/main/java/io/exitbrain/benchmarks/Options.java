package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is told.
 *
 * @param total how long it may take
 * @param symbols one load of each size
 * @param prices of each load
 * @param rounds empty = as many as fit
 * @param profile where flight recordings of the engine go
 */
record Options(
        Duration total,
        Set<Section> sections,
        List<Integer> symbols,
        int prices,
        Optional<Integer> rounds,
        List<Kind> candidates,
        Optional<Path> profile) {

    private static final int PRICES_PER_SECOND_OF_TIME = 20_000;
    private static final int LEAST_PRICES = 100_000;

    /** Enough for the compiler of the JVM to come to rest. */
    private static final int MOST_PRICES = 40_000_000;

    Options {
        symbols = List.copyOf(symbols);
        candidates = List.copyOf(candidates);
        require(!symbols.isEmpty() && symbols.stream().allMatch(count -> count > 0), "--symbols must be > 0", symbols);
        require(prices > 0, "--prices must be > 0", prices);
        require(rounds.orElse(1) > 0, "--rounds must be > 0", rounds.orElse(1));
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + was);
        }
    }

    /** As many prices as a run of that length has time for; slow candidates are stopped before the end. */
    static int pricesFor(Duration total) {
        return (int) Math.max(LEAST_PRICES, Math.min(MOST_PRICES, total.toSeconds() * PRICES_PER_SECOND_OF_TIME));
    }
}
