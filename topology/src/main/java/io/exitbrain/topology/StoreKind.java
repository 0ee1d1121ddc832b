package io.exitbrain.topology;

import io.exitbrain.topology.store.HashedStores;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** Where a store keeps its entries; either way the changelog is what survives a crash. */
public enum StoreKind {
    MEMORY {
        @Override
        KeyValueBytesStoreSupplier supplierOf(String name) {
            return new HashedStores(name);
        }
    },
    ROCKSDB {
        @Override
        KeyValueBytesStoreSupplier supplierOf(String name) {
            return Stores.persistentKeyValueStore(name);
        }
    };

    abstract KeyValueBytesStoreSupplier supplierOf(String name);
}
