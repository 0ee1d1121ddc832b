package io.exitbrain.benchmarks.candidates;

/** A running program that reads the mark prices. */
interface Candidate extends AutoCloseable {

    /** Prices read so far. */
    long prices();

    /** Stop commands sent so far. */
    long commands();

    /** Whether the program has stopped by itself. */
    default boolean hasEnded() {
        return false;
    }

    @Override
    void close();
}
