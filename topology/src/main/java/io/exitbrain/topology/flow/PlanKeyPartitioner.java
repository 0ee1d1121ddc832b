package io.exitbrain.topology.flow;

import io.exitbrain.topology.context.SymbolPartition;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts the keys {@code SYMBOL}, {@code SYMBOL/LONG} and {@code SYMBOL/SHORT} on the symbol's partition. */
public final class PlanKeyPartitioner<V> implements StreamPartitioner<String, V> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, Headers headers, int numPartitions) {
        return partitionsOf(key, numPartitions);
    }

    /** Kafka 4.4 calls the method with headers, but the interface still requires this one. */
    @Deprecated
    @SuppressWarnings("removal")
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int numPartitions) {
        return partitionsOf(key, numPartitions);
    }

    private static Optional<Set<Integer>> partitionsOf(String planKey, int numPartitions) {
        return Optional.of(Set.of(SymbolPartition.of(symbolIn(planKey), numPartitions)));
    }

    private static String symbolIn(String planKey) {
        int slash = planKey.indexOf('/');
        return slash < 0 ? planKey : planKey.substring(0, slash);
    }
}
