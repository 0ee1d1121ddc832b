package io.exitbrain.lab.command;

import io.exitbrain.audit.topics.TopicsUnreadable;
import io.exitbrain.lab.recording.RecordCommand;
import io.exitbrain.topology.brokers.BrokersUnreachable;
import io.exitbrain.topology.process.ExitCodes;
import io.exitbrain.topology.replay.ReplayStopped;
import io.exitbrain.yaml.InvalidFile;
import java.io.UncheckedIOException;
import java.util.Set;
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

    private static final ExitCodes EXIT_CODES = new ExitCodes(
            Set.of(InvalidFile.class, ReplayStopped.class, UncheckedIOException.class),
            Set.of(BrokersUnreachable.class, TopicsUnreadable.class));

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, for tests in other modules. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(EXIT_CODES);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? record, lab or policy");
    }
}
