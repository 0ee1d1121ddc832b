package io.exitbrain.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the file. */
class RepeatAppenderTest {

    @TempDir
    private Path folder;

    private final LoggerContext context = new LoggerContext();
    private Path file = Path.of("");
    private RepeatAppender appender = new RepeatAppender(LogFormat.TEXT);

    @BeforeEach
    void start() {
        file = folder.resolve("log");
        context.setMDCAdapter(new LogbackMDCAdapter());
        FileAppender<ILoggingEvent> out = new FileAppender<>();
        out.setFile(file.toString());
        appender = new RepeatAppender(LogFormat.TEXT, out);
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private String written() throws IOException {
        return Files.readString(file).replaceAll("(?m)^[0-9:.]+ ", "");
    }

    @Test
    void shouldWriteTheFirstWarningAndTheCountOfTheOthers() throws IOException {
        Logger client = context.getLogger("org.apache.kafka.clients.NetworkClient");
        for (int node = 0; node < 5; node++) {
            client.warn("[Consumer clientId=c-{}] Connection to node {} failed", node, node);
        }
        client.info("other");
        appender.flush();

        assertThat(written().lines())
                .containsExactly(
                        "WARN NetworkClient - [Consumer clientId=c-0] Connection to node 0 failed",
                        "INFO NetworkClient - other",
                        "WARN NetworkClient - [Consumer clientId=c-4] Connection to node 4 failed (4 more in the last 60 s)");
    }

    @Test
    void shouldWriteOneLineForWhatHealsAndTheStackTraceOfADefect() throws IOException {
        context.getLogger("org.apache.kafka.streams.X").warn("fenced", new TimeoutException("late"));
        assertThat(written()).isEqualTo("WARN X - fenced: TimeoutException: late\n");

        context.getLogger("io.exitbrain.X").error("defect", new IllegalStateException("oops"));
        assertThat(written()).contains("IllegalStateException: oops", "\tat ");
    }

    @Test
    void shouldChangeTheFormatWhileItRuns() throws IOException {
        context.getLogger("io.exitbrain.X").info("one");
        appender.use(LogFormat.JSON);
        context.getLogger("io.exitbrain.X").info("two");

        assertThat(written().lines().toList().get(0)).isEqualTo("INFO X - one");
        assertThat(written().lines().toList().get(1)).startsWith("{").contains("\"formattedMessage\":\"two\"");
    }
}
