package io.exitbrain.topology.http;

import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.evidence.GroupWatch;
import io.exitbrain.topology.evidence.StreamsView;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsMetadata;

/**
 * Finds the instance that owns a partition, from the group's assignment. The key look-up of Streams may return a wrong live instance
 * during a rebalance (KAFKA-20887).
 */
final class Owners {

    private final StreamsView streams;
    private final String self;
    private final int partitions;

    /** {@code partitions} of the topic, not of the assignment: a partition without an owner must not move the symbols of the others. */
    Owners(StreamsView streams, String self, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
        this.self = self;
    }

    String self() {
        return self;
    }

    int partitions() {
        return partitions;
    }

    int partitionOf(String symbol) {
        return SymbolPartition.of(symbol, partitions);
    }

    /** The address of the instance that decides on {@code partition}. */
    Optional<String> ownerOf(int partition) {
        return instances().stream()
                .filter(instance -> GroupWatch.ownedBy(instance).contains(partition))
                .map(GroupWatch::addressOf)
                .findFirst();
    }

    /** The addresses of the other instances that keep a copy of {@code partition}. */
    List<String> copiersOf(int partition) {
        return addresses(instances().stream()
                .filter(instance -> GroupWatch.copiedBy(instance).contains(partition)));
    }

    /** The addresses of the other instances. */
    List<String> others() {
        return addresses(instances().stream());
    }

    private List<String> addresses(Stream<StreamsMetadata> some) {
        return some.map(GroupWatch::addressOf)
                .filter(address -> !address.equals(self))
                .distinct()
                .sorted()
                .toList();
    }

    private Collection<StreamsMetadata> instances() {
        try {
            return streams.instances();
        } catch (IllegalStateException notRunning) {
            throw new NotReady("the engine is not running: " + streams.state());
        }
    }
}
