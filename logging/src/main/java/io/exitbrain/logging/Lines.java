package io.exitbrain.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line is about, and how it is shortened. */
final class Lines {

    private static final String KAFKA = "org.apache.kafka.";
    /** Kafka's clients begin each line with their names. */
    private static final Pattern CLIENT = Pattern.compile("^(\\[[^]]*] |stream-thread \\[[^]]*] )+");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What Kafka's clients and Streams go on after by themselves, even where they call it an error. */
    private static final Set<String> HEALS = Set.of(
            "TaskMigratedException",
            "TaskCorruptedException",
            "ProducerFencedException",
            "InvalidProducerEpochException",
            "CommitFailedException",
            "RebalanceInProgressException",
            "UnknownMemberIdException",
            "IllegalGenerationException",
            "FencedInstanceIdException",
            "DisconnectException",
            "NetworkException",
            "TimeoutException",
            "NotCoordinatorException",
            "CoordinatorNotAvailableException",
            "CoordinatorLoadInProgressException",
            "NotLeaderOrFollowerException",
            "LeaderNotAvailableException");

    private Lines() {}

    /** Whether equal lines are counted. Our own errors never are: each names a symbol or a record. */
    static boolean isCounted(ILoggingEvent line) {
        boolean isOurs = line.getLoggerName().startsWith(LogConfigurator.OURS);
        return line.getLevel() == Level.WARN || (line.getLevel() == Level.ERROR && !isOurs);
    }

    /** Lines that differ only in numbers and in the name of the client are of one kind. */
    static String kind(ILoggingEvent line) {
        String text = CLIENT.matcher(line.getFormattedMessage()).replaceFirst("");
        return line.getLevel() + line.getLoggerName() + DIGITS.matcher(text).replaceAll("#");
    }

    /** The line without a stack trace, if Kafka goes on by itself after what it says, or if the brokers have refused a right. */
    static ILoggingEvent shortened(ILoggingEvent line) {
        IThrowableProxy cause = line.getThrowableProxy();
        if (cause == null || !line.getLoggerName().startsWith(KAFKA)) {
            return line;
        }
        String name = simpleName(cause);
        boolean isShort = line.getLevel() != Level.ERROR || HEALS.contains(name) || isRefusedRight(cause);
        return isShort ? copy(line, line.getFormattedMessage() + ": " + name + ": " + cause.getMessage()) : line;
    }

    private static boolean isRefusedRight(IThrowableProxy failure) {
        for (IThrowableProxy cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClassName().endsWith("AuthorizationException")) {
                return true;
            }
        }
        return false;
    }

    /** The line with the number of those that were not shown. */
    static ILoggingEvent counted(Repeats.Counted<ILoggingEvent> counted) {
        String more = " (%d more in the last %d s)".formatted(counted.lines(), Repeats.WINDOW_MS / 1_000);
        return copy(counted.newest(), counted.newest().getFormattedMessage() + more);
    }

    private static String simpleName(IThrowableProxy cause) {
        return cause.getClassName().substring(cause.getClassName().lastIndexOf('.') + 1);
    }

    private static ILoggingEvent copy(ILoggingEvent line, String text) {
        LoggingEvent copy = new LoggingEvent();
        copy.setLoggerName(line.getLoggerName());
        copy.setLevel(line.getLevel());
        copy.setThreadName(line.getThreadName());
        copy.setInstant(line.getInstant());
        copy.setMessage(text);
        copy.setLoggerContextRemoteView(line.getLoggerContextVO());
        // Without it the copy would look for the context of its logger, which it does not have.
        copy.setMDCPropertyMap(Map.of());
        return copy;
    }
}
