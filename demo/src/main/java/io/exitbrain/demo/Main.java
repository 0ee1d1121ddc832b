package io.exitbrain.demo;

import io.exitbrain.broker.BrokerCommand;
import io.exitbrain.broker.ExitCodes;
import io.exitbrain.topology.options.DurationConverter;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that start a broker of their own. */
@Command(
        name = "exit-brain",
        description = "Keeps every open futures position protected.",
        mixinStandardHelpOptions = true,
        subcommands = DemoCommand.class)
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .addSubcommand(brokerWithTopics())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationConverter())
                .setExecutionExceptionHandler(new ExitCodes());
    }

    private static CommandLine brokerWithTopics() {
        CommandLine broker =
                new CommandLine(new BrokerCommand(started -> Optional.of(TopicSetup.createMissing(started))));
        broker.getCommandSpec()
                .usageMessage()
                .description("Start a Kafka broker with the topics of Exit Brain; Ctrl-C stops it, its data stays.");
        return broker;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? broker or demo");
    }
}
