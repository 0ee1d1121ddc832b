package io.exitbrain.serdes.input;

import org.jspecify.annotations.Nullable;

/** Reads one record of an input topic. Bad input is a value, not an exception. */
public interface MessageReader<T> {

    /**
     * The message, or the sentence that says why there is none.
     *
     * @param recordTimestamp of the record, epoch milliseconds: what a missing time is, and what a time may not be far ahead of
     */
    Reading<T> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp);
}
