package io.exitbrain.lab.guard;

import io.exitbrain.lab.measures.TradeDays;
import io.exitbrain.lab.statistics.DayBootstrap;
import io.exitbrain.lab.statistics.DaySums;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.PolicyTrades;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Policies beside the baseline in the days that may be looked at: their pairs, and samples of the same days for all of
 * them.
 */
record InSample(
        List<PolicyTrades> policies,
        List<Pairing> pairings,
        List<Paired> paired,
        List<DaySums> sums,
        DayBootstrap bootstrap) {

    /** All arguments have in-sample trades only. */
    static InSample of(PolicyTrades baseline, List<PolicyTrades> policies, Resampling resampling) {
        TradeDays days = TradeDays.of(baseline.trades());
        List<Pairing> pairings =
                policies.stream().map(policy -> Pairing.of(baseline, policy)).toList();
        List<DaySums> sums = new ArrayList<>();
        List<Paired> paired = new ArrayList<>();
        for (Pairing pairing : pairings) {
            DaySums ofPolicy = pairing.sums(days);
            sums.add(ofPolicy);
            paired.add(Paired.of(pairing, ofPolicy));
        }
        return new InSample(
                policies, pairings, List.copyOf(paired), List.copyOf(sums), DayBootstrap.of(sums, resampling));
    }

    String name(int index) {
        return policies.get(index).policy();
    }

    List<DaySums> sums(TradeDays days) {
        return pairings.stream().map(pairing -> pairing.sums(days)).toList();
    }

    /**
     * The first with the highest mean difference of those with enough trades; if none has enough, of all with a pair.
     */
    Optional<Integer> best() {
        Optional<Integer> best = best(IntStream.range(0, paired.size())
                .filter(i -> VerdictRules.hasEnough(paired.get(i)))
                .toArray());
        return best.isPresent() ? best : best(IntStream.range(0, paired.size()).toArray());
    }

    private Optional<Integer> best(int[] indices) {
        Optional<Integer> best = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (int index : indices) {
            double mean = paired.get(index).mean().orElse(Double.NEGATIVE_INFINITY);
            if (mean > highest) {
                highest = mean;
                best = Optional.of(index);
            }
        }
        return best;
    }
}
