package io.exitbrain.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets up the log when a process starts, from system properties: {@code log.level} for everything, {@code log.level.<logger>} for one
 * logger, {@code log.file} for a file instead of stderr. The format comes from {@code EXIT_BRAIN_LOG_FORMAT}. With
 * {@code logback.configurationFile} the file decides everything.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    static final String FORMAT_VARIABLE = "EXIT_BRAIN_LOG_FORMAT";
    static final String OURS = "io.exitbrain";

    private static final String OWN_FILE = "logback.configurationFile";
    private static final String LEVEL = "log.level";

    /** Loggers that warn about what is normal here. */
    private static final Map<String, Level> QUIET = Map.of(
            "org.apache.kafka.controller.QuorumController", Level.ERROR,
            "state.change.logger", Level.OFF,
            "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils", Level.ERROR,
            "org.apache.kafka.streams.processor.internals.assignment.DefaultStandbyTaskAssignor", Level.ERROR,
            // A port that is taken is reported in a sentence of ours.
            "io.javalin", Level.OFF);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(OWN_FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        setLevels(context, new TreeMap<>(System.getProperties()));
        RepeatAppender appender =
                new RepeatAppender(LogFormat.named(System.getenv().getOrDefault(FORMAT_VARIABLE, ""))
                        .orElse(LogFormat.TEXT));
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void setLevels(LoggerContext context, Map<Object, Object> properties) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.toLevel(System.getProperty(LEVEL), Level.WARN));
        QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
        properties.forEach((key, value) -> {
            if (key.toString().startsWith(LEVEL + ".")) {
                String name = key.toString().substring(LEVEL.length() + 1);
                context.getLogger(name).setLevel(Level.toLevel(value.toString(), Level.WARN));
            }
        });
    }
}
