package io.exitbrain.topology.deadletters;

import io.exitbrain.topology.flow.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code dead-letters}: an unusable record with the reason, or a marker, which says that one was redriven.
 *
 * @param timestamp the timestamp of the original record, epoch milliseconds
 * @param key the original key
 * @param value the original bytes
 */
record Letter(
        Coordinates coordinates, long timestamp, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {

    /** The header of a redriven record, and of its marker, whose value is null: the dead letter that was redriven. */
    static final String OF_LETTER = "redriven-from";

    private static final String UNKNOWN = "unknown";
    /** The place of the record, which the engine adds to each reason. */
    private static final Pattern PLACE = Pattern.compile(" \\([a-zA-Z0-9._-]+-[0-9]+@[0-9]+\\)");

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        return new Letter(
                new Coordinates(record.partition(), record.offset()),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    boolean isMarker() {
        return kind().equals(DeadLetter.MARKER);
    }

    /** The record that a marker, or a record on its original topic, names as redriven. */
    Optional<Coordinates> redriven() {
        return text(OF_LETTER).flatMap(Coordinates::parse);
    }

    String kind() {
        return text(DeadLetter.KIND).orElse(UNKNOWN);
    }

    String reason() {
        return text(DeadLetter.REASON).orElse(UNKNOWN);
    }

    /** The reason without the place of the record, so that equal faults have equal reasons. */
    String fault() {
        return PLACE.matcher(reason()).replaceFirst("");
    }

    String topic() {
        return text(DeadLetter.TOPIC).orElse(UNKNOWN);
    }

    /** The original partition; empty if the record does not say it. */
    Optional<Integer> partition() {
        return text(DeadLetter.PARTITION)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /** The original place, such as {@code order-fills-2@1841}. */
    String origin() {
        return "%s-%s@%s"
                .formatted(
                        topic(),
                        text(DeadLetter.PARTITION).orElse("?"),
                        text(DeadLetter.OFFSET).orElse("?"));
    }

    /** The key as text; empty if it is null. */
    Optional<String> keyText() {
        return Optional.ofNullable(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<String> text(String header) {
        return Optional.ofNullable(headers.lastHeader(header))
                .map(Header::value)
                .map(Letter::text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
