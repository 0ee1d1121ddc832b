package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a run.
 *
 * @param total time limit of the run
 * @param symbols the sizes of the throughput loads
 * @param prices of each load; empty = as many as fit the time
 * @param rounds of throughput; empty = as many as fit the time
 * @param profile folder for flight recordings of the engine
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

    /** If the symbols do not fit into the CPU caches, every candidate needs more time for a price. */
    private static final int PRICES_OF_MANY_SYMBOLS_PER_SECOND_OF_TIME = 12_000;

    private static final int MIN_PRICES = 100_000;

    /** Enough prices for the JIT compiler to finish. */
    private static final int MAX_PRICES = 40_000_000;

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

    /** The number of prices of the load with {@code symbolsOfLoad} symbols. */
    int pricesOf(int symbolsOfLoad) {
        return prices.orElseGet(() -> pricesFor(total, symbolsOfLoad));
    }

    /** The number of prices that fit a run of length {@code total}; slow candidates are stopped before the end. */
    static int pricesFor(Duration total, int symbols) {
        int perSecond = symbols <= FEW_SYMBOLS ? PRICES_PER_SECOND_OF_TIME : PRICES_OF_MANY_SYMBOLS_PER_SECOND_OF_TIME;
        return (int) Math.max(MIN_PRICES, Math.min(MAX_PRICES, total.toSeconds() * perSecond));
    }
}
