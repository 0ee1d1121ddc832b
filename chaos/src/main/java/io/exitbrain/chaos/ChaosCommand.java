package io.exitbrain.chaos;

import io.exitbrain.broker.DataFolder;
import io.exitbrain.chaos.blow.BlowKind;
import io.exitbrain.demo.exchange.Feed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chaos}: hits real processes and lets the audit judge. */
@Command(
        name = "exit-brain chaos",
        description =
                "Start real brokers and engines on loopback, trade on a paper exchange, and kill, pause and restart the "
                        + "processes at moments that a seed decides. After each blow it waits until everything serves again. At the "
                        + "end the audit reads all topics and says whether an invariant was broken (docs/chaos.md).",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything came back, and the audit found no violation",
            "1:a violation, something did not come back within 60 s, or the start failed",
            "2:wrong usage"
        })
final class ChaosCommand implements Callable<Integer> {

    /** The file that says that a folder is of this command. */
    private static final String MARK = "chaos";

    @Spec
    private CommandSpec spec;

    @Option(names = "--for", description = "How long there are blows, such as 90s or 5m; default 5m.")
    private Duration length = Duration.ofMinutes(5);

    @Option(
            names = "--seed",
            description = "The same seed gives the same sequence of blows; times differ. Default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--protocol", description = "The group protocol: classic or streams; default classic.")
    private ChaosSettings.Protocol protocol = ChaosSettings.Protocol.CLASSIC;

    @Option(names = "--lane", description = "The lane of the engines: fast or plain; default that of the engine.")
    private Optional<Lane> lane = Optional.empty();

    @Option(
            names = "--store",
            description = "The stores of the engines: memory or rocksdb; default that of the engine.")
    private Optional<Store> store = Optional.empty();

    @Option(
            names = "--feed",
            description =
                    "How the exchange speaks: own (each message on its topic) or binance (all on exchange-events); "
                            + "default own.")
    private Feed feed = Feed.OWN;

    @Option(names = "--brokers", description = "Each is a controller, too; default ${DEFAULT-VALUE}.")
    private int brokers = 3;

    @Option(names = "--engines", description = "Each in a JVM of its own; default ${DEFAULT-VALUE}.")
    private int engines = 3;

    @Option(
            names = "--blows",
            split = ",",
            description = "Which kinds, with commas between: kill-engine, kill-all-engines, pause-engine, stop-engine, "
                    + "roll-engines, fill-disk, shift-clock, kill-broker, kill-leader, kill-controller, "
                    + "kill-two-brokers, pause-broker; default: all that fit the number of brokers and the tools of "
                    + "this machine.")
    private List<BlowKind> blows = List.of();

    @Option(names = "--most", description = "End after so many blows.")
    private int most = Integer.MAX_VALUE;

    @Option(
            names = "--data",
            description = "The folder of all data and logs, emptied at the start and deleted at the end; default "
                    + "${DEFAULT-VALUE}.")
    private Path data = DataFolder.named("chaos");

    @Option(names = "--keep", description = "Keep the data and the logs of the processes.")
    private boolean keep;

    @Option(
            names = "--json",
            description = "The result as JSON on standard output, and the time line on standard error.")
    private boolean json;

    /** A lane of the engine. */
    enum Lane {
        FAST,
        PLAIN
    }

    /** A kind of store of the engine. */
    enum Store {
        MEMORY,
        ROCKSDB
    }

    @Override
    public Integer call() {
        ChaosSettings settings = settings();
        prepare();
        PrintWriter out =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        ChaosRun run = new ChaosRun(settings, data, line -> print(out, line + "\n"));
        Thread end = new Thread(() -> end(run), "chaos-end");
        Runtime.getRuntime().addShutdownHook(end);
        ChaosResult result = run.run();
        print(spec.commandLine().getOut(), json ? ResultJson.of(result) + "\n" : ResultText.of(result));
        return result.isGood() ? 0 : 1;
    }

    private ChaosSettings settings() {
        try {
            return new ChaosSettings(
                    length, seed, protocol, lower(lane), lower(store), feed, brokers, engines, blows, most);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private static Optional<String> lower(Optional<? extends Enum<?>> asked) {
        return asked.map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    private void prepare() {
        try {
            DataFolder.clear(data, MARK);
            Files.createDirectories(data);
            Files.createFile(data.resolve(MARK));
        } catch (IOException notWritable) {
            throw new UncheckedIOException("cannot write below " + data, notWritable);
        }
    }

    /** Also after Ctrl-C. */
    private void end(ChaosRun run) {
        run.close();
        if (keep) {
            print(spec.commandLine().getErr(), "data and logs are in " + data + "\n");
        } else {
            DataFolder.clear(data, MARK);
        }
    }

    private static void print(PrintWriter out, String text) {
        out.print(text);
        out.flush();
    }
}
