package io.exitbrain.demo.audit;

import java.util.List;

/** An engine under audit: takes a line, answers with what it emitted for it. */
public interface Subject extends AutoCloseable {

    /** Starts an engine. */
    @FunctionalInterface
    interface Start {

        /** With its wall clock at {@code wallClockMs}, epoch milliseconds. */
        Subject at(long wallClockMs);
    }

    List<Line> send(Line line);

    @Override
    void close();
}
