package io.exitbrain.topology.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes the stores of one name: one for each task. */
public record HashedStores(String name) implements KeyValueBytesStoreSupplier {

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new HashedStore(name);
    }

    @Override
    public String metricsScope() {
        return "in-memory";
    }
}
