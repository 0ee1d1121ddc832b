package io.exitbrain.topology.flow;

import io.exitbrain.topology.context.SymbolPartition;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts a record on the partition of its key, the symbol. It counts the partitions as the check for a wrong partition does
 * ({@code FlowContext.isAway}), not as the topic has them now: so a record that was sent once is never sent again.
 *
 * @param partitions number of partitions of each keyed input
 */
public record SymbolPartitioner(int partitions) implements StreamPartitioner<String, byte[]> {

    @Override
    public Optional<Set<Integer>> partitions(
            String topic, String key, byte[] value, Headers headers, int numPartitions) {
        return partitionOf(key);
    }

    /** Kafka 4.4 calls the method with headers, but the interface still requires this one. */
    @Deprecated
    @SuppressWarnings("removal")
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int numPartitions) {
        return partitionOf(key);
    }

    private Optional<Set<Integer>> partitionOf(String symbol) {
        return Optional.of(Set.of(SymbolPartition.of(symbol, partitions)));
    }
}
