package io.exitbrain.lab.command;

import io.exitbrain.lab.policydiff.DiffCommand;
import io.exitbrain.lab.shadow.ShadowCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policy}: what a policy does, before it is used. */
@Command(
        name = "policy",
        description = "Say what another policy changes: by its files, or by a shadow engine.",
        mixinStandardHelpOptions = true,
        subcommands = {DiffCommand.class, ShadowCommand.class})
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? diff or shadow");
    }
}
