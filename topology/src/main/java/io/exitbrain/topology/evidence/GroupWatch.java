package io.exitbrain.topology.evidence;

import io.exitbrain.topology.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;

/**
 * Which instance of the group owns which partition, and for how long a partition has had no owner.
 *
 * <p>Times are milliseconds of a clock that never goes back.
 */
public final class GroupWatch {

    /** One keyed input stands for all of them: they have the same partitions. */
    private static final String TOPIC = Topics.live().orderFills().name();

    private final int partitions;
    private final Map<Integer, Long> unownedSinceMs = new HashMap<>();
    private Map<String, Set<Integer>> owners = Map.of();

    /** {@code partitions}: the number of partitions of each keyed input. */
    GroupWatch(int partitions) {
        this.partitions = partitions;
    }

    /** The address of an instance, {@code host:port}. */
    public static String addressOf(StreamsMetadata instance) {
        return instance.hostInfo().host() + ":" + instance.hostInfo().port();
    }

    /** The partitions of the symbols that {@code instance} owns. */
    public static Set<Integer> ownedBy(StreamsMetadata instance) {
        return partitionsOf(instance.topicPartitions());
    }

    /** The partitions of the symbols of which {@code instance} keeps a copy. */
    public static Set<Integer> copiedBy(StreamsMetadata instance) {
        return partitionsOf(instance.standbyTopicPartitions());
    }

    private static Set<Integer> partitionsOf(Set<TopicPartition> all) {
        Set<Integer> found = new TreeSet<>();
        all.stream().filter(partition -> partition.topic().equals(TOPIC)).forEach(one -> found.add(one.partition()));
        return found;
    }

    /** The instances of the group at {@code nowMs}, as this process knows them. */
    synchronized void observe(Collection<StreamsMetadata> instances, long nowMs) {
        Map<String, Set<Integer>> now = new HashMap<>();
        instances.forEach(instance -> now.put(addressOf(instance), ownedBy(instance)));
        owners = now;
        Set<Integer> owned = new TreeSet<>();
        now.values().forEach(owned::addAll);
        IntStream.range(0, partitions).forEach(partition -> {
            if (owned.contains(partition)) {
                unownedSinceMs.remove(partition);
            } else {
                unownedSinceMs.putIfAbsent(partition, nowMs);
            }
        });
    }

    /** The partitions that nobody has owned for {@code minMs} or more. */
    synchronized List<Integer> unowned(long minMs, long nowMs) {
        return unownedSinceMs.entrySet().stream()
                .filter(one -> nowMs - one.getValue() >= minMs)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The partitions of each instance, by its address. */
    synchronized Map<String, Set<Integer>> owners() {
        return owners;
    }
}
