package io.exitbrain.logging;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Optional;

/** The form of the lines of the log. */
public enum LogFormat {
    /** For a person: {@code 16:00:00.123 WARN KafkaKeys - message}. */
    TEXT,
    /** For a collector: one JSON object a line, with timestamp, level, loggerName, threadName and formattedMessage. */
    JSON;

    private static final String TIME_PATTERN = "log.time";

    /** The format with the name {@code text}, in any case; empty if there is none. */
    public static Optional<LogFormat> named(String text) {
        for (LogFormat format : values()) {
            if (format.name().equalsIgnoreCase(text.strip())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    Encoder<ILoggingEvent> encoder() {
        return this == JSON ? json() : text();
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        // The quotes let the pattern of the time contain a comma.
        encoder.setPattern(
                "%d{\"" + System.getProperty(TIME_PATTERN, "HH:mm:ss.SSS") + "\"} %level %logger{0} - %msg%n");
        return encoder;
    }

    private static Encoder<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithMDC(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithSequenceNumber(false);
        return encoder;
    }
}
