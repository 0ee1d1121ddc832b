package io.exitbrain.lab.result;

import java.util.List;

/**
 * What a policy earns mechanically: the same entries on prices without memory, made of the recorded returns in random blocks. A policy that
 * earns the same on them owes nothing to a pattern of the prices. The exits of the strategy are left out, and a trade that is open at the
 * horizon counts at the last price, on the recorded prices, too.
 *
 * @param policy the chosen one
 * @param paths number of price paths
 * @param differences for each path the mean difference to the baseline, R, ascending
 * @param recorded the mean difference on the recorded prices, thinned in the same way
 * @param share the share of the paths whose difference is at least the recorded one
 */
public record NullRun(String policy, int paths, List<Double> differences, double recorded, double share) {

    public NullRun {
        differences = List.copyOf(differences);
    }
}
