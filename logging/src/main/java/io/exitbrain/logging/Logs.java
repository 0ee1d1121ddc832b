package io.exitbrain.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the log of the running process. */
public final class Logs {

    /** The names of the levels, from the one with the fewest lines. */
    public static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");

    private Logs() {}

    /** From now on the lines have this format; no change if the log has a configuration file of its own. */
    public static void use(LogFormat format) {
        appender().ifPresent(appender -> appender.use(format));
    }

    /** Sets the level of our own lines to one of {@link #LEVELS}. */
    public static void useLevel(String level) {
        context()
                .ifPresent(context -> context.getLogger(LogConfigurator.OURS)
                        .setLevel(Level.toLevel(level.toUpperCase(Locale.ROOT), Level.INFO)));
    }

    /** Writes the counts of repeated lines. Call it before a process ends without its shutdown hooks. */
    public static void flush() {
        appender().ifPresent(RepeatAppender::flush);
    }

    private static Optional<RepeatAppender> appender() {
        return context().flatMap(context -> {
            Appender<ILoggingEvent> appender =
                    context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(RepeatAppender.NAME);
            return appender instanceof RepeatAppender ours ? Optional.of(ours) : Optional.empty();
        });
    }

    private static Optional<LoggerContext> context() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                ? Optional.of(context)
                : Optional.empty();
    }
}
