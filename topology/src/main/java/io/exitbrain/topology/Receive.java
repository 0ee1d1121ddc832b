package io.exitbrain.topology;

import io.exitbrain.serdes.MessageReader;
import io.exitbrain.serdes.SymbolOf;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Reads a record's bytes: a message, or what else is to be done with it. */
final class Receive<T> implements FixedKeyProcessor<@Nullable String, byte[], Received<T>> {

    private final MessageReader<T> reader;
    private final Vitals vitals;
    private FixedKeyProcessorContext<@Nullable String, Received<T>> context;

    Receive(MessageReader<T> reader, Vitals vitals) {
        this.reader = reader;
        this.vitals = vitals;
    }

    @Override
    public void init(FixedKeyProcessorContext<@Nullable String, Received<T>> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, byte[]> record) {
        vitals.received(context.currentSystemTimeMs());
        context.forward(record.withValue(read(record.key(), record.value(), record.timestamp())));
    }

    private Received<T> read(@Nullable String key, byte @Nullable [] value, long timestamp) {
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
