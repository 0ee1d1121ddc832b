package io.exitbrain.topology.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dead-letters list|show|redrive}: what could not be used, and how to try it again. */
@Command(
        name = "dead-letters",
        description = "List and show the records that could not be used, and send them to their topic once more.",
        mixinStandardHelpOptions = true,
        subcommands = {ListCommand.class, ShowCommand.class, RedriveCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the brokers did not answer or refused",
            "2:wrong usage or settings",
            "3:redrive did not send some of the records"
        })
public final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? list, show or redrive");
    }
}
