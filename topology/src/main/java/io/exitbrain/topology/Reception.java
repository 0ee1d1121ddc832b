package io.exitbrain.topology;

import io.exitbrain.serdes.MessageReader;
import io.exitbrain.serdes.SymbolOf;
import org.jspecify.annotations.Nullable;

/** Turns a record's bytes into a message, or into what else is to be done with them. */
final class Reception<T> {

    private final MessageReader<T> reader;
    private final Vitals vitals;

    Reception(MessageReader<T> reader, Vitals vitals) {
        this.reader = reader;
        this.vitals = vitals;
    }

    /** What came under {@code key} with {@code timestamp}, at {@code nowMs} by the wall clock; both epoch milliseconds. */
    Received<T> receive(@Nullable String key, byte @Nullable [] value, long timestamp, long nowMs) {
        vitals.received(1, nowMs);
        if (key == null) {
            return SymbolOf.value(value)
                    .fold(
                            symbol -> new Received.Unkeyed<>(symbol.message(), value),
                            refused -> new Received.Unusable<>(value, refused.reason()));
        }
        return reader.read(key, value, timestamp)
                .fold(
                        accepted -> new Received.Message<>(accepted.message()),
                        refused -> new Received.Unusable<>(value, refused.reason()));
    }
}
