package io.exitbrain.serdes.input;

import org.jspecify.annotations.Nullable;

/** Reads one record of an input topic. Bad input is a value, not an exception. */
public interface MessageReader<T> {

    /**
     * The message, or the reason for its refusal.
     *
     * @param recordTimestamp timestamp of the record, epoch milliseconds. It replaces a missing time, and limits how far ahead a time can be
     */
    Reading<T> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp);
}
