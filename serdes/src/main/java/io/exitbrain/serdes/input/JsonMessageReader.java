package io.exitbrain.serdes.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a JSON message: first the key, then the value, then the symbol in both, then the fields of the message. */
abstract class JsonMessageReader<T> implements MessageReader<T> {

    @Override
    public final Reading<T> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        try {
            return accepted(symbol(key), value, checked(recordTimestamp));
        } catch (Refusal refusal) {
            return new Reading.Refused<>(refusal.reason());
        }
    }

    /** The symbol in the key. */
    String symbol(@Nullable String key) {
        return Symbols.fromKey(key);
    }

    /** The message in {@code fields}; bad optional fields add their faults to {@code fields}. */
    abstract T message(String symbol, Fields fields, long recordTimestamp);

    /** The reading of a null value of {@code symbol}. */
    abstract T deleted(String symbol, long recordTimestamp);

    private Reading<T> accepted(String symbol, byte @Nullable [] value, long recordTimestamp) {
        if (value == null) {
            return new Reading.Accepted<>(deleted(symbol, recordTimestamp), List.of());
        }
        Fields fields = new Fields(JsonText.fieldsOf(value));
        Symbols.agree(fields, symbol);
        T message = message(symbol, fields, recordTimestamp);
        return new Reading.Accepted<>(message, fields.faults());
    }

    private static long checked(long recordTimestamp) {
        if (recordTimestamp < 0) {
            throw new Refusal("record timestamp must be >= 0, was " + recordTimestamp);
        }
        return recordTimestamp;
    }
}
