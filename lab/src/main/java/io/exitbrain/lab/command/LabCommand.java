package io.exitbrain.lab.command;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.CostsFile;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.costs.FundingFile;
import io.exitbrain.lab.policies.LabPolicy;
import io.exitbrain.lab.policies.Sweep;
import io.exitbrain.lab.report.Summary;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.run.LabOptions;
import io.exitbrain.lab.run.LabRun;
import io.exitbrain.lab.simulation.Count;
import io.exitbrain.lab.simulation.StrategyFills;
import io.exitbrain.topology.options.DurationConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab}: what would other exit policies have made of the recorded trades? */
@Command(
        name = "lab",
        description = {
            "Run the trades of a recording again under other exit policies, with the rules that run live.",
            "",
            "The first policy is the baseline. The report says how well the model reproduces the recording, what each",
            "policy made of the same trades after costs, and whether the difference can be told from chance:",
            "better, not distinguishable, worse, or too little data.",
            "",
            "Each run is written into the ledger. The more was tried on a recording, the more a policy must show."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, or the brokers did not answer or refused",
            "2:wrong usage, policy, costs or recording"
        })
public final class LabCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabInput input = new LabInput();

    @Option(
            names = "--policy",
            paramLabel = "NAME=FILE",
            description =
                    "A policy file and a name for it; the first one is the baseline. Default: the built-in numbers.")
    private Map<String, Path> policies = new LinkedHashMap<>();

    @Option(
            names = "--sweep",
            description =
                    "A file with settings and their values, such as profiles.NORMAL.trailing.callback-pct: [0.01, 0.02]."
                            + " Each combination is one more policy, made from the baseline; at most 500.")
    private Optional<Path> sweep = Optional.empty();

    @Option(
            names = "--costs",
            description = "A file with fees, spread, slippage, latency and funding. Default: built-in rates.")
    private Optional<Path> costs = Optional.empty();

    @Option(
            names = "--other-exits",
            defaultValue = "keep",
            description = "keep or drop: what happens with closing fills of the strategy. Default: ${DEFAULT-VALUE}.")
    private OtherExits otherExits = OtherExits.KEEP;

    @Option(
            names = "--adds-when-flat",
            defaultValue = "drop",
            description =
                    "drop or open: what happens with a fill that adds to a trade that a policy has closed. Default: ${DEFAULT-VALUE}.")
    private AddsWhenFlat addsWhenFlat = AddsWhenFlat.DROP;

    @Option(
            names = "--horizon",
            defaultValue = "7d",
            converter = DurationConverter.class,
            description = "How long a trade is watched; then it counts as open. Default: ${DEFAULT-VALUE}.")
    private Duration horizon = Duration.ofDays(7);

    @Mixin
    private GuardOptions guard = new GuardOptions();

    @Option(
            names = "--null-paths",
            defaultValue = "200",
            description =
                    "Number of price paths without memory on which the chosen policy is run; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int nullPaths;

    @Option(
            names = "--ledger",
            description =
                    "The file that remembers what was tried. Default: lab-ledger.jsonl beside the first recording, with --from-topics in the current folder.")
    private Optional<Path> ledger = Optional.empty();

    @Option(names = "--out", description = "Where the report goes, as one HTML file.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Where the same numbers go, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--trades", description = "Where each trade under each policy goes, as CSV.")
    private Optional<Path> trades = Optional.empty();

    /** What happens with closing fills of the strategy. */
    enum OtherExits {
        KEEP,
        DROP
    }

    /** What happens with fills that add to a trade that a policy has closed. */
    enum AddsWhenFlat {
        DROP,
        OPEN
    }

    @Override
    public Integer call() {
        try (LabSource source = input.source(spec.commandLine())) {
            LabOptions options = options(source);
            LabInput.prepare(source, spec.commandLine().getErr());
            run(options);
        }
        return 0;
    }

    private void run(LabOptions options) {
        Progress progress = new Progress(spec.commandLine().getErr());
        try (LabFiles files = new LabFiles(options.inputs().get(0), out, json, trades)) {
            LabRun run = new LabRun(options, progress::share);
            LabResult result = run.run();
            progress.end();
            files.write(result);
            spec.commandLine().getOut().print(Summary.text(result));
            out.ifPresent(path -> spec.commandLine().getOut().printf("report: %s%n", path));
            spec.commandLine().getOut().flush();
            spec.commandLine().getErr().println(speed(result, run.firstReading()));
        }
    }

    /** It goes to the error output, because it is not the same in each run. */
    private static String speed(LabResult result, Duration taken) {
        double seconds = Math.max(1, taken.toMillis()) / 1e3;
        long evaluations = result.simulated().count(Count.EVALUATIONS);
        return "%,d prices, %,d prices x open trades, first reading in %.1f s: %.1f million a second"
                .formatted(result.simulated().count(Count.PRICES), evaluations, seconds, evaluations / seconds / 1e6);
    }

    private LabOptions options(LabSource source) {
        Optional<CostsFile> file = costs.map(CostsFile::at);
        Optional<Funding> funding = file.flatMap(CostsFile::funding).map(FundingFile::at);
        List<LabPolicy> named = named();
        return new LabOptions(
                source.files(),
                named,
                sweep.map(path -> Sweep.at(path, named.get(0))),
                file.map(CostsFile::costs).orElse(Costs.DEFAULT),
                costs.map(Path::toString).orElse("built in"),
                funding.orElse(Funding.NONE),
                funding.isPresent(),
                horizon,
                new StrategyFills(otherExits == OtherExits.KEEP, addsWhenFlat == AddsWhenFlat.OPEN),
                guard.settings(spec, horizon),
                ledger.orElseGet(() -> source.folder().resolve("lab-ledger.jsonl")),
                requireNotNegative("--null-paths", nullPaths),
                Optional.ofNullable(LabCommand.class.getPackage().getImplementationVersion())
                        .orElse("unknown"));
    }

    private List<LabPolicy> named() {
        List<LabPolicy> named = new ArrayList<>();
        policies.forEach((name, path) -> named.add(LabPolicy.at(name, path)));
        return named.isEmpty() ? List.of(LabPolicy.builtIn("built-in")) : named;
    }

    private int requireNotNegative(String option, int value) {
        if (value < 0) {
            throw new ParameterException(spec.commandLine(), option + " must be 0 or more, was " + value);
        }
        return value;
    }
}
