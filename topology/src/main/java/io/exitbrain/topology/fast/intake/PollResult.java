package io.exitbrain.topology.fast.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What one poll hands on. */
final class PollResult {

    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
    private final Set<PartitionBuffer> moved = new LinkedHashSet<>();

    /** The position of {@code lane} is to be told. */
    void moved(PartitionBuffer lane) {
        moved.add(lane);
    }

    /** Adds {@code following}, which follow each other in the order of processing. */
    void add(PartitionBuffer lane, List<ConsumerRecord<byte[], byte[]>> following) {
        records.computeIfAbsent(lane.partition(), partition -> new ArrayList<>())
                .addAll(lane.forStreams(following));
        moved(lane);
    }

    ConsumerRecords<byte[], byte[]> asPolled() {
        Map<TopicPartition, OffsetAndMetadata> nextOffsets = new HashMap<>();
        moved.forEach(lane -> lane.next().ifPresent(next -> nextOffsets.put(lane.partition(), next)));
        return new ConsumerRecords<>(records, nextOffsets);
    }
}
