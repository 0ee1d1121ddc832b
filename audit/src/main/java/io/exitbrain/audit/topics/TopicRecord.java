package io.exitbrain.audit.topics;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.flow.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Makes a record under audit of a record of a topic. */
public final class TopicRecord {

    private static final String ORIGIN = "exit-brain-origin";

    private TopicRecord() {}

    /** {@code timestamp} in epoch milliseconds. */
    public static AuditRecord of(ConsumerRecord<byte[], byte[]> record, long timestamp) {
        String topic = record.topic().startsWith(Topics.SHADOW_PREFIX)
                ? record.topic().substring(Topics.SHADOW_PREFIX.length())
                : record.topic();
        Coordinates at = new Coordinates(topic, record.partition(), record.offset());
        Optional<Coordinates> origin = topic.equals("dead-letters")
                ? letterOf(record.headers())
                : text(record.headers(), ORIGIN).flatMap(Coordinates::parse);
        return new AuditRecord(
                topic,
                Optional.ofNullable(record.key()).map(key -> new String(key, StandardCharsets.UTF_8)),
                Optional.ofNullable(record.value()),
                text(record.headers(), DeadLetter.REASON),
                timestamp,
                at.toString(),
                Optional.of(at),
                origin);
    }

    /** The record of a dead letter. */
    private static Optional<Coordinates> letterOf(Headers headers) {
        return text(headers, DeadLetter.TOPIC)
                .flatMap(topic -> text(headers, DeadLetter.PARTITION)
                        .flatMap(partition -> text(headers, DeadLetter.OFFSET)
                                .flatMap(offset -> Coordinates.parse(topic + "-" + partition + "@" + offset))));
    }

    /** Whether the record says that a dead letter was redriven. */
    public static boolean isMarker(ConsumerRecord<byte[], byte[]> record) {
        return text(record.headers(), DeadLetter.KIND)
                .filter(DeadLetter.MARKER::equals)
                .isPresent();
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
