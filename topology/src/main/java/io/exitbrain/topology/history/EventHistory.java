package io.exitbrain.topology.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.context.SymbolPartition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The decisions on one symbol, read from {@code exit-events}. */
final class EventHistory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_SCANNED = 100_000;
    private static final Duration MAX_TIME = Duration.ofSeconds(2);
    private static final int MAX_SHOWN = 500;

    private final String topic;

    EventHistory(String topic) {
        this.topic = topic;
    }

    /**
     * {@code {"symbol":...,"events":[...],"complete":...,"completeFrom":...}}: the events as the topic has them, newest first, each with
     * its partition, offset and timestamp. {@code complete} says whether these are all events that there were. If not,
     * {@code completeFrom} is the time since which none is missing, epoch milliseconds; null if nothing could be read in time.
     */
    ObjectNode of(Consumer<String, byte[]> consumer, String symbol, int limit) {
        ObjectNode body = JSON.createObjectNode().put("symbol", symbol);
        ArrayNode events = body.putArray("events");
        List<TopicPartition> partitions = Consumers.partitions(consumer, topic);
        if (partitions.isEmpty()) {
            return body.put("complete", true).putNull("completeFrom");
        }
        TopicPartition partition = new TopicPartition(topic, SymbolPartition.of(symbol, partitions.size()));
        LookBack.Found found = new LookBack(
                        consumer, new LookBack.Limits(limit, MAX_SCANNED, MAX_TIME), System::nanoTime)
                .read(partition, 0, record -> symbol.equals(record.key()) && record.value() != null);
        for (int i = found.records().size() - 1; i >= 0; i--) {
            events.add(event(found.records().get(i)));
        }
        return body.put("complete", found.isWhole())
                .put("completeFrom", found.completeFrom().orElse(null));
    }

    /** The event of {@code record}; a value that is not a JSON object is shown as {@code {"unreadable":...}}. */
    static ObjectNode event(ConsumerRecord<String, byte[]> record) {
        ObjectNode event = read(record.value());
        return event.put("partition", record.partition())
                .put("offset", record.offset())
                .put("timestamp", record.timestamp());
    }

    private static ObjectNode read(byte[] value) {
        try {
            if (JSON.readTree(value) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException notJson) {
            // It is shown as it is, below.
        }
        JsonNode text = JSON.getNodeFactory().textNode(excerpt(value));
        return JSON.createObjectNode().set("unreadable", text);
    }

    /** The first characters of {@code value}, as UTF-8. */
    static String excerpt(byte[] value) {
        return new String(value, 0, Math.min(value.length, MAX_SHOWN), StandardCharsets.UTF_8);
    }
}
