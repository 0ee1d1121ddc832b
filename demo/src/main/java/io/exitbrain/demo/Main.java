package io.exitbrain.demo;

import io.exitbrain.topology.topics.NotCoPartitioned;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that bring their own broker. */
@Command(
        name = "exit-brain",
        description = "Keeps every open futures position protected.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, BrokerCommand.class})
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
                .registerConverter(Duration.class, new DurationConverter())
                .setExecutionExceptionHandler((failed, command, parsed) -> explain(failed, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? broker or demo");
    }

    private static int explain(Exception failed, CommandLine command) {
        command.getErr().println(failed.getMessage());
        boolean wrongSettings = failed instanceof PortInUse
                || failed instanceof NotCoPartitioned
                || failed instanceof IllegalArgumentException;
        return wrongSettings ? USAGE : FAILED;
    }
}
