package io.exitbrain.topology.http;

import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.SymbolPartition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;

/**
 * Finds the instance that owns a symbol, from the symbol's partition and the group's assignment. The key look-up of Streams may return a
 * wrong live instance during a rebalance (KAFKA-20887).
 */
final class Owners {

    private static final String TOPIC = Topics.live().orderFills().name();

    private final StreamsView streams;
    private final String self;
    private final int partitions;

    /** The owner of a symbol: its {@code host:port}, the symbol's partition, and whether it is this instance. */
    record Owner(String address, int partition, boolean isSelf) {}

    /** {@code partitions} of the topic, not of the assignment: a partition without an owner must not move the symbols of the others. */
    Owners(StreamsView streams, String self, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
        this.self = self;
    }

    Owner of(String symbol) {
        int partition = SymbolPartition.of(symbol, partitions);
        return instances().stream()
                .filter(instance -> instance.topicPartitions().contains(new TopicPartition(TOPIC, partition)))
                .map(Owners::address)
                .map(address -> new Owner(address, partition, address.equals(self)))
                .findFirst()
                .orElseThrow(() -> new NotReady("nobody owns partition " + partition + " now"));
    }

    /** The addresses of the other instances. */
    Set<String> others() {
        List<String> all = instances().stream()
                .filter(instance -> !instance.topicPartitions().isEmpty())
                .map(Owners::address)
                .filter(address -> !address.equals(self))
                .toList();
        return Set.copyOf(all);
    }

    private Collection<StreamsMetadata> instances() {
        try {
            return streams.instances();
        } catch (IllegalStateException notRunning) {
            throw new NotReady("the engine is not running: " + streams.state());
        }
    }

    private static String address(StreamsMetadata instance) {
        return instance.hostInfo().host() + ":" + instance.hostInfo().port();
    }
}
