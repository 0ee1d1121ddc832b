package io.exitbrain.audit.command;

import io.exitbrain.audit.record.InvalidRecord;
import io.exitbrain.audit.topics.TopicsUnreadable;
import io.exitbrain.topology.brokers.BrokersUnreachable;
import io.exitbrain.topology.process.ExitCodes;
import io.exitbrain.yaml.InvalidFile;
import java.io.UncheckedIOException;
import java.util.Set;
import picocli.CommandLine;

/** Starts the command {@code audit}. */
public final class Main {

    private static final ExitCodes EXIT_CODES = new ExitCodes(
            Set.of(InvalidFile.class, InvalidRecord.class, UncheckedIOException.class),
            Set.of(BrokersUnreachable.class, TopicsUnreadable.class));

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new AuditCommand()).setExecutionExceptionHandler(EXIT_CODES);
    }
}
