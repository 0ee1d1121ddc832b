package io.exitbrain.topology;

import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a dead letter of a refused record: the bytes as they came, the reason in the headers. */
final class Bury<T> implements FixedKeyProcessor<String, Received<T>, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(Bury.class);

    private final Vitals vitals;
    private FixedKeyProcessorContext<String, byte[]> context;

    Bury(Vitals vitals) {
        this.vitals = vitals;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, Received<T>> record) {
        RecordMetadata origin = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a refused record comes from a topic"));
        DeadLetter letter = DeadLetter.ofBadInput(
                record.value().raw(), record.value().reason(), origin.topic(), origin.partition(), origin.offset());
        log.warn("refused: {}", letter.reason());
        vitals.deadLetter(context.currentSystemTimeMs());
        context.forward(record.withHeaders(letter.headers()).withValue(letter.value()));
    }
}
