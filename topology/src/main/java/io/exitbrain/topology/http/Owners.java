package io.exitbrain.topology.http;

import io.exitbrain.topology.flow.SymbolPartition;
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

    private static final String TOPIC = "order-fills";

    private final StreamsView streams;
    private final String self;

    /** The owner of a symbol: its {@code host:port}, the symbol's partition, and whether it is this instance. */
    record Owner(String address, int partition, boolean isSelf) {}

    Owners(StreamsView streams, String self) {
        this.streams = streams;
        this.self = self;
    }

    Owner of(String symbol) {
        Collection<StreamsMetadata> instances = instances();
        int partitions = (int) instances.stream()
                .flatMap(instance -> instance.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(TOPIC))
                .distinct()
                .count();
        int highest = instances.stream()
                .flatMap(instance -> instance.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(TOPIC))
                .mapToInt(TopicPartition::partition)
                .max()
                .orElse(-1);
        if (partitions == 0 || highest + 1 != partitions) {
            throw new NotReady("the partitions are being assigned");
        }
        int partition = SymbolPartition.of(symbol, partitions);
        return instances.stream()
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
