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

/** Reads the committed records of the engine from the beginning and passes them to listeners. */
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

    /** Passes new records on and returns their number. Waits at most {@code atMost} for the first one. */
    public int poll(Duration atMost) {
        var records = consumer.poll(atMost);
        // plans first: the exchange must know a plan before it gets the commands of that plan
        TOPICS.forEach(topic -> records.records(topic).forEach(this::dispatch));
        return records.count();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void dispatch(ConsumerRecord<String, byte[]> record) {
        try {
            dispatchByTopic(record);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "%s-%d@%d: %s"
                            .formatted(record.topic(), record.partition(), record.offset(), unreadable.getMessage()),
                    unreadable);
        }
    }

    private void dispatchByTopic(ConsumerRecord<String, byte[]> record) {
        switch (record.topic()) {
            case "exit-plans" -> dispatchPlan(record);
            case "trailing-stop-commands" -> {
                ReceivedCommand command = EngineJson.command(text(record));
                listeners.forEach(listener -> listener.onCommand(command));
            }
            case "exit-events" -> {
                EngineListener.AuditEvent event = EngineJson.event(text(record));
                listeners.forEach(listener -> listener.onEvent(event));
            }
            default -> listeners.forEach(listener -> listener.onDeadLetter(reason(record)));
        }
    }

    private void dispatchPlan(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            listeners.forEach(listener -> listener.onPlanClosed(record.key()));
        } else {
            ReceivedPlan plan = EngineJson.plan(text(record));
            listeners.forEach(listener -> listener.onPlan(plan));
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
