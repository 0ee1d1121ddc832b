package io.exitbrain.lab.statistics;

/**
 * Price paths without any structure that lasts longer than a block: the steps of a recorded path, in another order. The
 * steps are the logarithms of the ratios of neighbouring prices; they are drawn in stationary blocks (Politis, Romano
 * 1994).
 */
public final class ResampledPrices {

    private ResampledPrices() {}

    /**
     * A path with the length and the first price of the recorded one.
     *
     * @param prices at equal distances in time, each over 0
     * @param meanBlock mean length of a block in steps, at least 1
     * @throws IllegalArgumentException if a price is not over 0
     */
    public static double[] of(double[] prices, double meanBlock, long seed) {
        double[] steps = steps(prices);
        if (steps.length == 0) {
            return prices.clone();
        }
        StationaryBlocks blocks = new StationaryBlocks(steps.length, meanBlock, seed);
        double[] path = new double[prices.length];
        double level = StrictMath.log(prices[0]);
        path[0] = prices[0];
        for (int i = 1; i < path.length; i++) {
            level += steps[blocks.next()];
            path[i] = StrictMath.exp(level);
        }
        return path;
    }

    private static double[] steps(double[] prices) {
        double[] steps = new double[Math.max(0, prices.length - 1)];
        for (int i = 0; i < prices.length; i++) {
            if (!(Numbers.finite(prices[i]) > 0)) {
                throw new IllegalArgumentException("price must be > 0, was %s at position %d".formatted(prices[i], i));
            }
            if (i > 0) {
                steps[i - 1] = StrictMath.log(prices[i] / prices[i - 1]);
            }
        }
        return steps;
    }
}
