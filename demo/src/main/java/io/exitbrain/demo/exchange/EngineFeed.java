package io.exitbrain.demo.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the engine has committed, from the first record on, and tells it to its listeners. */
public final class EngineFeed implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of("exit-plans", "trailing-stop-commands", "exit-events", "dead-letters");
    private static final String REASON_HEADER = "reason";

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<EngineListener> listeners;

    public EngineFeed(String bootstrapServers, List<EngineListener> listeners) {
        this.listeners = List.copyOf(listeners);
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG, "paper-exchange",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Tells what has come, waiting at most so long for the first record; returns how many records it was. */
    public int poll(Duration atMost) {
        var records = consumer.poll(atMost);
        // plans first: an executor wants to know the plan before the commands that belong to it
        TOPICS.forEach(topic -> records.records(topic).forEach(this::tell));
        return records.count();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            switch (record.topic()) {
                case "exit-plans" -> tellPlan(record);
                case "trailing-stop-commands" -> {
                    Commanded command = EngineJson.command(text(record));
                    listeners.forEach(listener -> listener.commanded(command));
                }
                case "exit-events" -> {
                    Told event = EngineJson.event(text(record));
                    listeners.forEach(listener -> listener.told(event));
                }
                default -> listeners.forEach(listener -> listener.buried(reason(record)));
            }
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "%s-%d@%d: %s"
                            .formatted(record.topic(), record.partition(), record.offset(), unreadable.getMessage()),
                    unreadable);
        }
    }

    private void tellPlan(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            listeners.forEach(listener -> listener.planClosed(record.key()));
        } else {
            Planned plan = EngineJson.plan(text(record));
            listeners.forEach(listener -> listener.planned(plan));
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        Header reason = record.headers().lastHeader(REASON_HEADER);
        return reason == null ? "no reason given" : new String(reason.value(), StandardCharsets.UTF_8);
    }
}
