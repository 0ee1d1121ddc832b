package io.exitbrain.topology.process;

import io.exitbrain.topology.brokers.BrokersUnreachable;
import io.exitbrain.topology.deadletters.DeadLettersCommand;
import io.exitbrain.topology.deadletters.DeadLettersFailed;
import io.exitbrain.topology.deadletters.NoSuchLetter;
import io.exitbrain.topology.http.HttpPortInUse;
import io.exitbrain.topology.replay.ReplayCommand;
import io.exitbrain.topology.replay.ReplayStopped;
import io.exitbrain.topology.topics.NotCoPartitioned;
import io.exitbrain.topology.topics.TopicAdminFailed;
import io.exitbrain.topology.topics.TopicsCommand;
import io.exitbrain.yaml.InvalidFile;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of the product: run, replay, topics, dead-letters. */
@Command(
        name = "exit-brain",
        description = "Keeps every open futures position protected.",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, ReplayCommand.class, TopicsCommand.class, DeadLettersCommand.class})
public final class Main implements Runnable {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
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
        return isWrongUsage(failure)
                || failure instanceof BrokersUnreachable
                || failure instanceof HttpPortInUse
                || failure instanceof StateFolderInUse
                || failure instanceof DeadLettersFailed
                || failure instanceof TopicAdminFailed;
    }

    private static boolean isWrongUsage(Exception failure) {
        return failure instanceof InvalidFile
                || failure instanceof NotCoPartitioned
                || failure instanceof ReplayStopped
                || failure instanceof NoSuchLetter
                || failure instanceof UncheckedIOException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? run, replay, topics or dead-letters");
    }
}
