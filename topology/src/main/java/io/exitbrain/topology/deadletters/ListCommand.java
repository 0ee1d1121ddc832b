package io.exitbrain.topology.deadletters;

import io.exitbrain.topology.options.Connection;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dead-letters list}: how many of each fault, then the newest. */
@Command(
        name = "list",
        description = "Count the records by fault, then list the newest.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:the brokers did not answer or refused", "2:wrong usage or settings"})
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Selection selection = new Selection();

    @Option(names = "--limit", description = "How many of the newest to list; default ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit must not be negative, was " + limit);
        }
        Overview overview = new Overview(selection, limit);
        try (LetterScan scan = LetterScan.open(connection.client())) {
            scan.forEach(overview::add);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? OverviewText.json(overview) : OverviewText.lines(overview));
        out.flush();
        return 0;
    }
}
