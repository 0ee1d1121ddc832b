package io.exitbrain.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Keeps {@code SYMBOL}, {@code SYMBOL/LONG} and {@code SYMBOL/SHORT} on the symbol's partition. */
final class BySymbol<V> implements StreamPartitioner<String, V> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int numPartitions) {
        return Optional.of(Set.of(SymbolPartition.of(symbolIn(key), numPartitions)));
    }

    private static String symbolIn(String planKey) {
        int slash = planKey.indexOf('/');
        return slash < 0 ? planKey : planKey.substring(0, slash);
    }
}
