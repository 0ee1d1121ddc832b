package io.exitbrain.lab.command;

import io.exitbrain.audit.topics.TopicsUnreadable;
import io.exitbrain.lab.recording.RecordCommand;
import io.exitbrain.topology.brokers.BrokersUnreachable;
import io.exitbrain.topology.replay.ReplayStopped;
import io.exitbrain.yaml.InvalidFile;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that work on recorded history. */
@Command(
        name = "exit-brain",
        description = "Runs recorded trades again under other exit policies.",
        mixinStandardHelpOptions = true,
        subcommands = {RecordCommand.class, LabCommand.class, PolicyCommand.class})
public final class Main implements Runnable {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, for tests in other modules. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
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
                || failure instanceof ReplayStopped
                || failure instanceof UncheckedIOException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? record, lab or policy");
    }
}
