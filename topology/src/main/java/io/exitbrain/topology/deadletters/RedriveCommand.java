package io.exitbrain.topology.deadletters;

import io.exitbrain.topology.options.Connection;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters redrive}: sends the original bytes to the original topic once more. */
@Command(
        name = "redrive",
        description = {
            "Send the original bytes and key to the original topic once more, with the original timestamp.",
            "",
            "Records that this version of the engine would refuse or skip again are not sent, nor those that were redriven before."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all records were sent, or none was chosen",
            "1:the brokers did not answer or refused",
            "2:wrong usage or settings, no such record, or not confirmed",
            "3:some of the records were not sent"
        })
final class RedriveCommand implements Callable<Integer> {

    /** The launcher sets this property if a person is at the terminal. */
    private static final String CAN_ASK = "exitbrain.asks";

    private static final int USAGE = 2;
    private static final int NOT_ALL = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Selection selection = new Selection();

    @Parameters(
            arity = "0..*",
            paramLabel = "<partition>@<offset>",
            converter = CoordinatesConverter.class,
            description = "Records, such as 0@12; instead of the options that choose records.")
    private List<Coordinates> asked = new ArrayList<>();

    @Option(names = "--all", description = "All records, without an option that chooses some.")
    private boolean all;

    @Option(names = "--yes", description = "Do not ask before more than one record is sent.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Say what would be done and send nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Also send what the engine would refuse, skip or count twice.")
    private boolean force;

    @Option(names = "--again", description = "Also send what was redriven before.")
    private boolean again;

    @Override
    public Integer call() {
        requireOneChoice();
        Properties client = connection.client();
        RedriveRun.Choice choice = new RedriveRun.Choice(asked, selection, force, again);
        PrintWriter out = spec.commandLine().getOut();
        try (RedriveRun run = RedriveRun.open(client, choice, dryRun, out)) {
            long toSend = run.plan();
            if (toSend > 1 && !dryRun && !yes && !isConfirmed(toSend)) {
                return USAGE;
            }
            return run.send() ? 0 : NOT_ALL;
        } finally {
            out.flush();
        }
    }

    private void requireOneChoice() {
        int choices = (asked.isEmpty() ? 0 : 1) + (selection.isGiven() ? 1 : 0) + (all ? 1 : 0);
        if (choices != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "choose records by their coordinates, by options such as --topic, or with --all");
        }
    }

    private boolean isConfirmed(long toSend) {
        PrintWriter out = spec.commandLine().getOut();
        out.flush();
        if (!Boolean.getBoolean(CAN_ASK)) {
            spec.commandLine()
                    .getErr()
                    .printf("%d records would be sent: confirm it with --yes, or look with --dry-run%n", toSend);
            return false;
        }
        out.printf("Send %d records to their topics? (yes/no) ", toSend);
        out.flush();
        Scanner answer = new Scanner(System.in, Charset.defaultCharset());
        return answer.hasNextLine() && answer.nextLine().strip().equals("yes");
    }
}
