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
import java.util.Set;
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

    private static final ExitCodes EXIT_CODES = new ExitCodes(
            Set.of(
                    InvalidFile.class,
                    NotCoPartitioned.class,
                    ReplayStopped.class,
                    NoSuchLetter.class,
                    UncheckedIOException.class),
            Set.of(
                    BrokersUnreachable.class,
                    HttpPortInUse.class,
                    StateFolderInUse.class,
                    DeadLettersFailed.class,
                    TopicAdminFailed.class));

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(EXIT_CODES);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? run, replay, topics or dead-letters");
    }
}
