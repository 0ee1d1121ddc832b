package io.exitbrain.topology;

import io.exitbrain.serdes.MessageReader;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Reads a record's bytes; the reason of a refusal names where the record came from. */
final class Receive<T> implements FixedKeyProcessor<String, byte[], Received<T>> {

    private final MessageReader<T> reader;
    private final Vitals vitals;
    private FixedKeyProcessorContext<String, Received<T>> context;

    Receive(MessageReader<T> reader, Vitals vitals) {
        this.reader = reader;
        this.vitals = vitals;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Received<T>> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        Received<T> received =
                new Received<>(reader.read(record.key(), record.value(), record.timestamp()), record.value());
        vitals.received(context.currentSystemTimeMs());
        context.forward(record.withValue(received));
    }
}
