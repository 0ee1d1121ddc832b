package io.exitbrain.audit.command;

import io.exitbrain.audit.record.InvalidRecord;
import io.exitbrain.audit.topics.TopicsUnreadable;
import io.exitbrain.topology.brokers.BrokersUnreachable;
import io.exitbrain.yaml.InvalidFile;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** Starts the command {@code audit}. */
public final class Main {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new AuditCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (isExpected(failure)) {
                command.getErr().println(failure.getMessage());
            } else {
                failure.printStackTrace(command.getErr());
            }
            return isWrongUsage(failure) ? USAGE : FAILED;
        });
    }

    /** Whether the message is enough for a user; an unexpected failure needs its stack trace. */
    private static boolean isExpected(Exception failure) {
        return isWrongUsage(failure) || failure instanceof BrokersUnreachable || failure instanceof TopicsUnreadable;
    }

    private static boolean isWrongUsage(Exception failure) {
        return failure instanceof InvalidFile
                || failure instanceof InvalidRecord
                || failure instanceof UncheckedIOException;
    }
}
