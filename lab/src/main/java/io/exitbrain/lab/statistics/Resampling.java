package io.exitbrain.lab.statistics;

/**
 * How to resample.
 *
 * @param resamples how many samples are drawn, at least 100
 * @param meanBlock the mean length of a block, at least 1; 1 draws each element on its own
 * @param seed equal seeds give equal results, on any machine
 */
public record Resampling(int resamples, double meanBlock, long seed) {

    private static final int MIN_RESAMPLES = 100;

    /** 5,000 samples, each day on its own. */
    public static final Resampling DEFAULT = new Resampling(5_000, 1, 1);

    public Resampling {
        if (resamples < MIN_RESAMPLES) {
            throw new IllegalArgumentException(
                    "resamples must be %d or more, was %d".formatted(MIN_RESAMPLES, resamples));
        }
        checkBlock(meanBlock);
    }

    static void checkBlock(double meanBlock) {
        if (!(meanBlock >= 1) || Double.isInfinite(meanBlock)) {
            throw new IllegalArgumentException("mean block must be 1 or more, was " + meanBlock);
        }
    }
}
