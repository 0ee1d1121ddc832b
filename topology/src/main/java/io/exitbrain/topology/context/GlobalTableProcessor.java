package io.exitbrain.topology.context;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Stores the raw bytes of a global topic and updates the decoded table. A restart decodes the whole store once. */
public final class GlobalTableProcessor<T> implements Processor<String, byte[], Void, Void> {

    private final String storeName;
    private final ReferenceTable<T> reference;
    private KeyValueStore<String, byte[]> store;

    public GlobalTableProcessor(String storeName, ReferenceTable<T> reference) {
        this.storeName = storeName;
        this.reference = reference;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
        try (KeyValueIterator<String, byte[]> restored = store.all()) {
            restored.forEachRemaining(
                    entry -> reference.changed(entry.key, entry.value, context.currentSystemTimeMs()));
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null) {
            store.put(record.key(), record.value());
            reference.changed(record.key(), record.value(), record.timestamp());
        }
    }
}
