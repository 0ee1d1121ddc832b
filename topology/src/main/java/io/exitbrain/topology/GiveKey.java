package io.exitbrain.topology;

import io.exitbrain.serdes.Accepted;
import io.exitbrain.serdes.Refused;
import io.exitbrain.serdes.SymbolOf;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Finds the symbol in a record without a key, so that it can go back to its topic on the partition it belongs to. */
final class GiveKey extends ContextualProcessor<String, byte[], String, Received<byte[]>> {

    private final Vitals vitals;

    GiveKey(Vitals vitals) {
        this.vitals = vitals;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        vitals.received(context().currentSystemTimeMs());
        byte[] value = record.value();
        Record<String, Received<byte[]>> named = SymbolOf.value(value)
                .fold(
                        symbol -> record.withKey(symbol.message())
                                .withValue(new Received<>(new Accepted<>(value, List.of()), value)),
                        refused -> record.withValue(new Received<>(new Refused<>(refused.reason()), value)));
        context().forward(named);
    }
}
