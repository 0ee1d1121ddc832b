package io.exitbrain.serdes.input;

import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.JsonText;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON message of one kind: the key, the value, the symbol in both, then the fields of the message. */
abstract class JsonMessageReader<T> implements MessageReader<T> {

    private final MessageKind kind;

    JsonMessageReader(MessageKind kind) {
        this.kind = kind;
    }

    @Override
    public final Reading<T> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        try {
            checkTimestamp(recordTimestamp);
            return value == null
                    ? new Reading.Accepted<>(deleted(symbolOfNull(key), recordTimestamp), List.of())
                    : reading(key, value, recordTimestamp);
        } catch (Refusal refusal) {
            return new Reading.Refused<>(refusal.reason());
        }
    }

    /** The message in {@code fields}; bad optional fields add their faults to {@code fields}. */
    abstract T message(String symbol, Fields fields, long recordTimestamp);

    /** The reading of a null value of {@code symbol}. */
    abstract T deleted(String symbol, long recordTimestamp);

    private Reading<T> reading(@Nullable String key, byte[] value, long recordTimestamp) {
        Map<String, JsonValue> values = JsonText.fieldsOf(value);
        Fields fields = new Fields(values);
        String symbol = Symbols.inValue(fields).orElseGet(() -> Symbols.fromKey(key));
        T message = message(symbol, fields, recordTimestamp);
        return symbol.equals(key)
                ? new Reading.Accepted<>(message, fields.faults())
                : new Reading.Several<>(List.of(new Element.Message(kind, symbol, value)));
    }

    private static String symbolOfNull(@Nullable String key) {
        if (key == null) {
            throw new Refusal("key is null; value is null: nothing names the symbol");
        }
        return Symbols.fromKey(key);
    }

    static void checkTimestamp(long recordTimestamp) {
        if (recordTimestamp < 0) {
            throw new Refusal("record timestamp must be >= 0, was " + recordTimestamp);
        }
    }
}
