package io.exitbrain.topology;

import io.exitbrain.topology.replay.ReplayCommand;
import io.exitbrain.topology.replay.ReplayStopped;
import io.exitbrain.topology.topics.NotCoPartitioned;
import io.exitbrain.topology.topics.TopicsCommand;
import io.exitbrain.yaml.InvalidFile;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of the product: run, replay, topics. */
@Command(
        name = "exit-brain",
        description = "Keeps every open futures position protected.",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, ReplayCommand.class, TopicsCommand.class})
public final class Main implements Runnable {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return isWrongUsage(failure) ? USAGE : FAILED;
        });
    }

    private static boolean isWrongUsage(Exception failure) {
        return failure instanceof InvalidFile
                || failure instanceof NotCoPartitioned
                || failure instanceof ReplayStopped
                || failure instanceof UncheckedIOException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? run, replay or topics");
    }
}
