package io.exitbrain.topology;

import io.exitbrain.serdes.Accepted;
import io.exitbrain.serdes.Reading;
import io.exitbrain.serdes.Refused;
import io.exitbrain.serdes.SymbolOf;
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
        Reading<String> symbol = SymbolOf.symbolIn(record.value());
        Received<byte[]> received = new Received<>(rekeyed(symbol, record.value()), record.value());
        String key = symbol instanceof Accepted<String> named ? named.message() : record.key();
        context().forward(record.withKey(key).withValue(received));
    }

    private static Reading<byte[]> rekeyed(Reading<String> symbol, byte[] value) {
        return symbol instanceof Refused<String> refused
                ? new Refused<>(refused.reason())
                : new Accepted<>(value, java.util.List.of());
    }
}
