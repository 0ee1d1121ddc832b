package io.exitbrain.acceptance.audit;

import java.util.List;

/** An engine under audit: takes one input line and returns its outputs. */
public interface EngineUnderTest extends AutoCloseable {

    /** Starts an engine. */
    @FunctionalInterface
    interface Starter {

        /** The wall clock starts at {@code wallClockMs}, epoch milliseconds. */
        EngineUnderTest at(long wallClockMs);
    }

    List<Line> send(Line line);

    @Override
    void close();
}
