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
 * @param prices of each load; empty = as many as the time allows
 * @param rounds empty = as many as fit
 * @param profile where flight recordings of the engine go
 */
record Options(
        Duration total,
        Set<Section> sections,
        List<Integer> symbols,
        Optional<Integer> prices,
        Optional<Integer> rounds,
        List<Kind> candidates,
        Optional<Path> profile) {

    private static final int FEW_SYMBOLS = 10_000;
    private static final int PRICES_PER_SECOND_OF_TIME = 36_000;

    /** Where symbols do not fit the caches every candidate takes longer for a price. */
    private static final int PRICES_OF_MANY_SYMBOLS_PER_SECOND_OF_TIME = 12_000;

    private static final int LEAST_PRICES = 100_000;

    /** Enough for the compiler of the JVM to come to rest. */
    private static final int MOST_PRICES = 40_000_000;

    Options {
        symbols = List.copyOf(symbols);
        candidates = List.copyOf(candidates);
        require(!symbols.isEmpty() && symbols.stream().allMatch(count -> count > 0), "--symbols must be > 0", symbols);
        require(prices.orElse(1) > 0, "--prices must be > 0", prices.orElse(1));
        require(rounds.orElse(1) > 0, "--rounds must be > 0", rounds.orElse(1));
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + was);
        }
    }

    /** The prices of the load of so many symbols. */
    int pricesOf(int symbolsOfLoad) {
        return prices.orElseGet(() -> pricesFor(total, symbolsOfLoad));
    }

    /** As many prices as a run of that length has time for; slow candidates are stopped before the end. */
    static int pricesFor(Duration total, int symbols) {
        int perSecond = symbols <= FEW_SYMBOLS ? PRICES_PER_SECOND_OF_TIME : PRICES_OF_MANY_SYMBOLS_PER_SECOND_OF_TIME;
        return (int) Math.max(LEAST_PRICES, Math.min(MOST_PRICES, total.toSeconds() * perSecond));
    }
}
