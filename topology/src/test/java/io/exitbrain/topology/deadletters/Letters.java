package io.exitbrain.topology.deadletters;

import io.exitbrain.topology.flow.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Makes records of dead-letters for tests. */
final class Letters {

    static final String FILL = "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"fillId\":\"1\"}";

    private Letters() {}

    static Letter letter(long offset, String topic, @Nullable String key, @Nullable String value) {
        return letter(
                offset, topic, key, value, "bad-input", "price must be > 0, was 0 (" + topic + "-2@1841)", offset);
    }

    static Letter letter(
            long offset,
            String topic,
            @Nullable String key,
            @Nullable String value,
            String kind,
            String reason,
            long timestamp) {
        Headers headers = new RecordHeaders();
        add(headers, DeadLetter.TOPIC, topic);
        add(headers, DeadLetter.PARTITION, "2");
        add(headers, DeadLetter.OFFSET, "1841");
        add(headers, DeadLetter.KIND, kind);
        add(headers, DeadLetter.REASON, reason);
        return of(offset, key, value, headers, timestamp);
    }

    static Letter marker(long offset, String redriven) {
        Headers headers = new RecordHeaders();
        add(headers, DeadLetter.KIND, DeadLetter.MARKER);
        add(headers, Letter.OF_LETTER, redriven);
        return of(offset, null, null, headers, offset);
    }

    private static Letter of(
            long offset, @Nullable String key, @Nullable String value, Headers headers, long timestamp) {
        return Letter.of(new ConsumerRecord<byte[], byte[]>(
                Coordinates.TOPIC,
                0,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                headers,
                java.util.Optional.empty()));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
