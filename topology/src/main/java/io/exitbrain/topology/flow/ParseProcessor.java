package io.exitbrain.topology.flow;

import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.topology.vitals.InputVitals;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Parses the bytes of a record into a {@link ParsedRecord}. */
public final class ParseProcessor<T> implements FixedKeyProcessor<@Nullable String, byte[], ParsedRecord<T>> {

    private final MessageReader<T> reader;
    private final InputVitals input;
    private FixedKeyProcessorContext<@Nullable String, ParsedRecord<T>> context;

    /** {@code input} counts the records. */
    public ParseProcessor(MessageReader<T> reader, InputVitals input) {
        this.reader = reader;
        this.input = input;
    }

    @Override
    public void init(FixedKeyProcessorContext<@Nullable String, ParsedRecord<T>> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, byte[]> record) {
        input.received(1, record.timestamp());
        byte @Nullable [] raw = record.value();
        context.forward(record.withValue(ParsedRecord.of(reader.read(record.key(), raw, record.timestamp()), raw)));
    }
}
