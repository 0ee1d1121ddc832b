package io.exitbrain.topology;

import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Reads the records of an input that more than one processor wants to have. */
final class Receive<T> implements FixedKeyProcessor<@Nullable String, byte[], Received<T>> {

    private final Reception<T> reception;
    private FixedKeyProcessorContext<@Nullable String, Received<T>> context;

    Receive(Reception<T> reception) {
        this.reception = reception;
    }

    @Override
    public void init(FixedKeyProcessorContext<@Nullable String, Received<T>> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, byte[]> record) {
        context.forward(record.withValue(
                reception.receive(record.key(), record.value(), record.timestamp(), context.currentSystemTimeMs())));
    }
}
