package io.exitbrain.benchmarks.candidates;

/** A program that reads the mark prices, while it runs. */
interface Candidate extends AutoCloseable {

    /** Prices read so far. */
    long prices();

    /** Stop commands sent so far. */
    long commands();

    /** Whether it gave up. */
    default boolean hasEnded() {
        return false;
    }

    @Override
    void close();
}
