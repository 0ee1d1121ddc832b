package io.exitbrain.broker;

import java.util.Optional;
import picocli.CommandLine;

/** Starts a broker that has no topics yet. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BrokerCommand(broker -> Optional.empty()))
                .setExecutionExceptionHandler(new ExitCodes());
    }
}
