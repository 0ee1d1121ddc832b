package io.exitbrain.lab.guard;

import io.exitbrain.lab.measures.TradeDays;
import io.exitbrain.lab.statistics.DaySums;
import io.exitbrain.lab.statistics.Distribution;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The trades of two policies, paired by their opening.
 *
 * @param pairs in the order of the openings
 * @param censored openings whose trade is still open under one policy or both
 * @param unpaired openings that only one of the policies has
 */
record Pairing(List<Pair> pairs, int censored, int unpaired) {

    /**
     * @throws IllegalArgumentException if two trades have the same number but different fills, or a policy has a number
     *     twice
     */
    static Pairing of(PolicyTrades baseline, PolicyTrades policy) {
        Map<Integer, Trade> others = byNumber(policy);
        List<Pair> both = new ArrayList<>();
        for (Trade trade : byNumber(baseline).values()) {
            Trade other = others.get(trade.opening().number());
            if (other != null) {
                both.add(pair(trade, other, policy.policy()));
            }
        }
        List<Pair> closed = both.stream().filter(pair -> !isCensored(pair)).toList();
        int unpaired = baseline.trades().size() + policy.trades().size() - 2 * both.size();
        return new Pairing(closed, both.size() - closed.size(), unpaired);
    }

    private static Map<Integer, Trade> byNumber(PolicyTrades policy) {
        return policy.trades().stream()
                .collect(Collectors.toMap(
                        trade -> trade.opening().number(),
                        Function.identity(),
                        (one, two) -> refuse(one, policy),
                        LinkedHashMap::new));
    }

    private static Trade refuse(Trade twice, PolicyTrades policy) {
        throw new IllegalArgumentException("policy %s has trade %d twice"
                .formatted(policy.policy(), twice.opening().number()));
    }

    private static Pair pair(Trade baseline, Trade other, String policy) {
        if (!baseline.opening().equals(other.opening())) {
            throw new IllegalArgumentException("trade %d of policy %s must have the opening of the baseline, %s, was %s"
                    .formatted(baseline.opening().number(), policy, baseline.opening(), other.opening()));
        }
        return new Pair(baseline, other);
    }

    private static boolean isCensored(Pair pair) {
        return pair.baseline().ending().isCensored() || pair.policy().ending().isCensored();
    }

    /** The mean difference, R; empty without pairs. */
    Optional<Double> mean() {
        return meanAt(1);
    }

    /** The mean difference if all costs were {@code factor} times as high. */
    Optional<Double> meanAt(double factor) {
        return Distribution.mean(differencesAt(factor));
    }

    /** The differences by day. */
    DaySums sums(TradeDays days) {
        return days.sums(pairs.stream().map(Pair::day).toList(), differencesAt(1));
    }

    private double[] differencesAt(double factor) {
        return pairs.stream().mapToDouble(pair -> pair.differenceAt(factor)).toArray();
    }
}
