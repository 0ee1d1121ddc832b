package io.exitbrain.topology.context;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** The place where a store keeps its entries. Only the changelog survives a crash, for both kinds. */
public enum StoreKind {
    MEMORY {
        @Override
        public KeyValueBytesStoreSupplier supplierOf(String name) {
            return Stores.inMemoryKeyValueStore(name);
        }
    },
    ROCKSDB {
        @Override
        public KeyValueBytesStoreSupplier supplierOf(String name) {
            return Stores.persistentKeyValueStore(name);
        }
    };

    /** The stock store of this kind. */
    public abstract KeyValueBytesStoreSupplier supplierOf(String name);
}
