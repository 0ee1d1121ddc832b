package io.exitbrain.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    private static final String CLIENT = "org.apache.kafka.clients.NetworkClient";

    private final LoggerContext context = new LoggerContext();

    private ILoggingEvent line(String logger, Level level, String text, @Nullable Throwable cause) {
        return new LoggingEvent("", context.getLogger(logger), level, text, cause, null);
    }

    private ILoggingEvent warning(String text) {
        return line(CLIENT, Level.WARN, text, null);
    }

    @Test
    void shouldCountLinesThatDifferInNumbersAndClientsTogether() {
        assertThat(Lines.kind(warning("[Consumer clientId=a-1, groupId=g] Connection to node 1 (b:9092) failed")))
                .isEqualTo(Lines.kind(warning("[AdminClient clientId=x] Connection to node 2 (b:9093) failed")))
                .isNotEqualTo(Lines.kind(warning("[AdminClient clientId=x] Connection to node 2 (c:9093) failed")))
                .isNotEqualTo(Lines.kind(line(CLIENT, Level.ERROR, "Connection to node 2 (b:9093) failed", null)));
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.kafka.x, INFO, false",
        "org.apache.kafka.x, WARN, true",
        "org.apache.kafka.x, ERROR, true",
        "io.exitbrain.x, WARN, true",
        "io.exitbrain.x, ERROR, false"
    })
    void shouldCountWarningsAndKafkasErrors(String logger, String level, boolean counted) {
        assertThat(Lines.isCounted(line(logger, Level.valueOf(level), "", null)))
                .isEqualTo(counted);
    }

    @Test
    void shouldHaveNoStackTraceWhereKafkaGoesOnByItself() {
        ILoggingEvent warned = Lines.shortened(
                line(CLIENT, Level.WARN, "fenced, rejoining", new IllegalStateException("another took its place")));
        ILoggingEvent error = Lines.shortened(line(CLIENT, Level.ERROR, "cannot commit", new TimeoutException("late")));

        assertThat(warned.getFormattedMessage())
                .isEqualTo("fenced, rejoining: IllegalStateException: another took its place");
        assertThat(warned.getThrowableProxy()).isNull();
        assertThat(error.getFormattedMessage()).isEqualTo("cannot commit: TimeoutException: late");
        assertThat(error.getThrowableProxy()).isNull();
    }

    @Test
    void shouldHaveNoStackTraceWhereTheBrokersRefuseARight() {
        Exception refused = new IllegalStateException("cannot send", new TopicAuthorizationException("exit-plans"));

        ILoggingEvent error = Lines.shortened(line(CLIENT, Level.ERROR, "dies", refused));

        assertThat(error.getFormattedMessage()).isEqualTo("dies: IllegalStateException: cannot send");
        assertThat(error.getThrowableProxy()).isNull();
    }

    /** As Kafka calls it. */
    private static final class TopicAuthorizationException extends Exception {

        TopicAuthorizationException(String message) {
            super(message);
        }
    }

    @Test
    void shouldKeepTheStackTraceOfWhatDoesNotHeal() {
        Exception defect = new IllegalStateException("a defect");

        assertThat(Lines.shortened(line(CLIENT, Level.ERROR, "dies", defect)).getThrowableProxy())
                .isNotNull();
        assertThat(Lines.shortened(line("io.exitbrain.x", Level.WARN, "bug", defect))
                        .getThrowableProxy())
                .isNotNull();
    }

    @Test
    void shouldAddTheCount() {
        assertThat(Lines.counted(new Repeats.Counted<>(warning("no connection"), 12))
                        .getFormattedMessage())
                .isEqualTo("no connection (12 more in the last 60 s)");
    }

    @Test
    void shouldWriteJsonWithTheFilledMessage() {
        Encoder<ILoggingEvent> encoder = LogFormat.JSON.encoder();
        encoder.setContext(context);
        encoder.start();
        ILoggingEvent line = new LoggingEvent(
                "", context.getLogger("io.exitbrain.x"), Level.WARN, "a {} of \"{}\"", null, new Object[] {1, "two"});

        String json = new String(encoder.encode(line), StandardCharsets.UTF_8);

        assertThat(json)
                .endsWith("}\n")
                .contains("\"level\":\"WARN\"", "\"loggerName\":\"io.exitbrain.x\"", "\"timestamp\":")
                .contains("\"formattedMessage\":\"a 1 of \\\"two\\\"\"");
        assertThat(json.strip().lines()).hasSize(1);
    }

    @Test
    void shouldWriteTheLineWithTheCountAndTheShortenedLine() {
        Encoder<ILoggingEvent> encoder = LogFormat.TEXT.encoder();
        encoder.setContext(context);
        encoder.start();

        ILoggingEvent counted = Lines.counted(new Repeats.Counted<>(warning("no connection"), 12));
        ILoggingEvent shortened = Lines.shortened(line(CLIENT, Level.WARN, "fenced", new TimeoutException("late")));

        assertThat(new String(encoder.encode(counted), StandardCharsets.UTF_8))
                .contains("WARN NetworkClient - no connection (12 more in the last 60 s)");
        assertThat(new String(encoder.encode(shortened), StandardCharsets.UTF_8))
                .contains("WARN NetworkClient - fenced: TimeoutException: late");
    }

    @Test
    void shouldWriteTextWithTheShortNameOfTheLogger() {
        Encoder<ILoggingEvent> encoder = LogFormat.TEXT.encoder();
        encoder.setContext(context);
        encoder.start();

        assertThat(new String(encoder.encode(warning("no connection")), StandardCharsets.UTF_8))
                .matches("[0-9:.]{12} WARN NetworkClient - no connection\\R");
    }

    @ParameterizedTest
    @CsvSource({"json, JSON", "TEXT, TEXT", "' json ', JSON", "xml, "})
    void shouldKnowTheNamesOfTheFormats(String name, @Nullable LogFormat format) {
        assertThat(LogFormat.named(name).orElse(null)).isEqualTo(format);
    }
}
