package io.exitbrain.lab.statistics;

import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Draws positions of a series in blocks of random length. A block begins anywhere, its length has a geometric
 * distribution, and after the last position comes the first. Source: Politis, Romano, "The Stationary Bootstrap",
 * Journal of the American Statistical Association 89 (1994).
 */
final class StationaryBlocks {

    private final int size;
    private final double endOfBlock;
    private final RandomGenerator random;

    private int position;
    private boolean isBegun;

    /**
     * @param size how many positions there are, at least 1
     * @param meanBlock mean length of a block in positions, at least 1
     */
    StationaryBlocks(int size, double meanBlock, long seed) {
        Resampling.checkBlock(meanBlock);
        this.size = size;
        this.endOfBlock = 1 / meanBlock;
        this.random = new Well19937c(seed);
    }

    /** The next position of the sample, from 0 to {@code size - 1}. */
    int next() {
        position = isBegun && random.nextDouble() >= endOfBlock ? (position + 1) % size : random.nextInt(size);
        isBegun = true;
        return position;
    }

    /** Ends the block: the next position is drawn anew. */
    void begin() {
        isBegun = false;
    }
}
