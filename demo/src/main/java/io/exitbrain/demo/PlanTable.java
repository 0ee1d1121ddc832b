package io.exitbrain.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the compacted plans topic from its beginning to its committed end. */
final class PlanTable {

    private static final String TOPIC = "exit-plans";
    private static final Duration POLL = Duration.ofMillis(200);

    private PlanTable() {}

    /** The slots that have a plan. A slot is {@code SYMBOL}, or {@code SYMBOL/LONG} in hedge mode. */
    static Set<String> read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            return readToEnd(consumer, consumer.endOffsets(partitions));
        }
    }

    private static Set<String> readToEnd(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        Set<String> slots = new HashSet<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(plan -> take(slots, plan));
        }
        return slots;
    }

    private static void take(Set<String> slots, ConsumerRecord<String, String> plan) {
        if (plan.value() == null) {
            slots.remove(plan.key());
        } else {
            slots.add(plan.key());
        }
    }
}
