package io.exitbrain.lab.shadow;

import io.exitbrain.topology.options.Connection;
import io.exitbrain.topology.options.MomentConverter;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code policy shadow}: how a shadow engine differs from the live one. */
@Command(
        name = "shadow",
        description =
                "Compare the commands of the live engine with those of a shadow engine on the same brokers, plan by plan: "
                        + "plans that only one has, other first stops, other numbers of MOVEs, other exits "
                        + "(docs/policy-diff.md).",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, also if the engines differ",
            "1:the brokers did not answer or refused, or the topics of a shadow engine do not exist",
            "2:wrong usage or settings"
        })
public final class ShadowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--since",
            converter = MomentConverter.class,
            description =
                    "Only commands from this time on: 2025-11-24T16:00:00Z, 2025-11-24 (midnight UTC), or 2d for two days "
                            + "ago. Default: all that are there.")
    private Instant since = Instant.EPOCH;

    @Option(names = "--json", description = "One JSON object with every difference instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        Comparison comparison = CommandTopics.compared(connection.client(), since);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? ShadowJson.of(comparison) + "\n" : ShadowText.of(comparison));
        out.flush();
        return 0;
    }
}
