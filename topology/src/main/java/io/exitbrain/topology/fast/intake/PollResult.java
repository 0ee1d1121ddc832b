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

/** The result of one poll. */
final class PollResult {

    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
    private final Set<PartitionBuffer> moved = new LinkedHashSet<>();

    /** Adds the position of {@code buffer}. */
    void moved(PartitionBuffer buffer) {
        moved.add(buffer);
    }

    /** Adds the consecutive {@code delivered}. */
    void add(PartitionBuffer buffer, List<ConsumerRecord<byte[], byte[]>> delivered) {
        records.computeIfAbsent(buffer.partition(), partition -> new ArrayList<>())
                .addAll(buffer.forStreams(delivered));
        moved(buffer);
    }

    ConsumerRecords<byte[], byte[]> asPolled() {
        Map<TopicPartition, OffsetAndMetadata> nextOffsets = new HashMap<>();
        moved.forEach(buffer -> buffer.next().ifPresent(next -> nextOffsets.put(buffer.partition(), next)));
        return new ConsumerRecords<>(records, nextOffsets);
    }
}
