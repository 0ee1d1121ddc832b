package io.exitbrain.topology.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An unusable record in the form that is written to {@code dead-letters}: the raw bytes, and as headers Kafka's standard dead-letter
 * fields, the {@code reason} in one sentence and the {@code kind}: {@code bad-input} or {@code bug}.
 */
public record DeadLetter(byte @Nullable [] value, String reason, Headers headers) {

    public static final String REASON = "reason";
    public static final String KIND = "kind";

    /** The kind of a marker on {@code dead-letters}: it says that a record was redriven, and is no dead letter. */
    public static final String MARKER = "redriven";

    /** The topic's maximum record size (4 MiB) minus space for key and headers. */
    private static final int MAX_BYTES = 4 * 1024 * 1024 - 64 * 1024;

    /** The exception class of bad input in the standard header. It is part of the contract and does not follow renamed classes. */
    private static final String BAD_INPUT = "io.exitbrain.serdes.input.Reading.Refused";

    private static final String STANDARD = "__streams.errors.";

    /** The header with the topic of the record. */
    public static final String TOPIC = STANDARD + "topic";

    /** The header with the partition of the record, a whole number as text. */
    public static final String PARTITION = STANDARD + "partition";

    /** The header with the offset of the record, a whole number as text. */
    public static final String OFFSET = STANDARD + "offset";

    static DeadLetter ofBadInput(byte @Nullable [] raw, String reason, String topic, int partition, long offset) {
        return of(raw, "bad-input", BAD_INPUT, reason, topic, partition, offset);
    }

    static DeadLetter ofBug(byte @Nullable [] raw, Exception bug, String topic, int partition, long offset) {
        return of(
                raw,
                "bug",
                bug.getClass().getName(),
                "a defect of the engine: " + bug + because(bug.getCause()),
                topic,
                partition,
                offset);
    }

    private static String because(@Nullable Throwable cause) {
        return cause == null ? "" : ", because of " + cause;
    }

    private static DeadLetter of(
            byte @Nullable [] raw,
            String kind,
            String exception,
            String cause,
            String topic,
            int partition,
            long offset) {
        String reason = "%s (%s-%d@%d)%s".formatted(cause, topic, partition, offset, truncation(raw));
        // The public API to create empty headers.
        Headers headers = new ProducerRecord<byte[], byte[]>(topic, null).headers();
        add(headers, STANDARD + "exception", exception);
        add(headers, STANDARD + "message", reason);
        add(headers, TOPIC, topic);
        add(headers, PARTITION, String.valueOf(partition));
        add(headers, OFFSET, String.valueOf(offset));
        add(headers, KIND, kind);
        add(headers, REASON, reason);
        return new DeadLetter(fitting(raw), reason, headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte @Nullable [] fitting(byte @Nullable [] raw) {
        return raw != null && raw.length > MAX_BYTES ? Arrays.copyOf(raw, MAX_BYTES) : raw;
    }

    private static String truncation(byte @Nullable [] raw) {
        return raw != null && raw.length > MAX_BYTES
                ? "; the value of " + raw.length + " bytes is truncated to " + MAX_BYTES
                : "";
    }
}
