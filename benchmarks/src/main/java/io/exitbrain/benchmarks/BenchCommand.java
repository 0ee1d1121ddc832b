package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.report.Report;
import io.exitbrain.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code bench}: measures the cost of the engine beside other programs for the same work. */
@Command(
        name = "exit-brain bench",
        description = {
            "Measure the cost of the engine beside a Streams application that only counts, hand-written consumer loops and a textbook "
                    + "application: throughput and processor time per price, latency, restore, heap, and single pieces of code.",
            "",
            "Brokers and candidates run in JVMs of their own. The candidates take turns, round after round, and medians are compared. "
                    + "Absolute times mean little on a busy machine: compare the ratios of one run. See docs/benchmarks.md."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured, whether or not the goals are met", "1:failed", "2:wrong usage"})
final class BenchCommand implements Callable<Integer> {

    private static final Set<String> FILE_OPTIONS = Set.of("--json", "--markdown", "--profile");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long the run may take, for example 90s, 10m or 1h; default ${DEFAULT-VALUE}.",
            converter = DurationConverter.class,
            defaultValue = "10m")
    private Duration total = Duration.ofMinutes(10);

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SECTION",
            description = "Only these sections: throughput, latency, restore, heap, pieces.")
    private List<String> only = List.of();

    @Option(names = "--pieces", description = "The same as --only pieces.")
    private boolean pieces;

    @Option(
            names = "--symbols",
            split = ",",
            description = "Symbols of the throughput loads; default ${DEFAULT-VALUE}.",
            defaultValue = "1000,100000")
    private List<Integer> symbols = List.of();

    @Option(
            names = "--prices",
            description =
                    "Mark prices of each throughput load; default: as many as fit the time, fewer with many symbols.")
    private Optional<Integer> prices = Optional.empty();

    @Option(names = "--rounds", description = "Throughput rounds; default: as many as fit the time.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--candidates",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Only these throughput candidates: raw-poll, floor, engine, byte-loop, byte-durable-loop, jackson-loop, "
                            + "jackson-durable-loop, textbook, plain, intake, quiet-intake; on request only: quiet-idle-off, quiet-idle-0.")
    private List<String> candidates = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the table to this file, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also write the table to this file, as Markdown.")
    private Optional<Path> markdown = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "FOLDER",
            description = "Record the engine with Java Flight Recorder, into this folder.")
    private Optional<Path> profile = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, RunnerException {
        Options options = options();
        Budget budget = new Budget(options.total(), options.sections(), System::nanoTime);
        Bench bench = new Bench(options, budget, Scratch.folder(), new Results());
        options.profile().ifPresent(into -> bench.results().note("the engine was recorded, which slows it down"));
        Map<String, String> machine = Machine.described();
        try {
            new Run(bench).all();
        } finally {
            report(bench, machine);
        }
        return 0;
    }

    private Options options() throws IOException {
        try {
            Options options =
                    new Options(total, sections(), symbols, prices, rounds, kinds(), profile.map(Path::toAbsolutePath));
            if (profile.isPresent()) {
                Files.createDirectories(profile.get());
            }
            return options;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private List<Kind> kinds() {
        return candidates.isEmpty()
                ? Kind.comparedByDefault()
                : candidates.stream().map(Kind::named).toList();
    }

    private EnumSet<Section> sections() {
        if (pieces) {
            return EnumSet.of(Section.PIECES);
        }
        EnumSet<Section> chosen = EnumSet.noneOf(Section.class);
        only.stream().map(Section::named).forEach(chosen::add);
        return chosen.isEmpty() ? EnumSet.allOf(Section.class) : chosen;
    }

    /** Reports the results so far, even if the run failed. */
    private void report(Bench bench, Map<String, String> machine) throws IOException {
        Report report = new Report(
                "./exit-brain bench " + String.join(" ", optionsWithoutFiles()),
                machine,
                bench.results().settings(),
                bench.results().rows(),
                Goals.of(bench.results(), bench.options().symbols()),
                bench.results().notes());
        write(report);
    }

    private void write(Report report) throws IOException {
        spec.commandLine().getOut().print(report.text());
        spec.commandLine().getOut().flush();
        if (json.isPresent()) {
            Files.writeString(json.get(), report.json());
        }
        if (markdown.isPresent()) {
            Files.writeString(markdown.get(), report.markdown());
        }
    }

    /** The options of the run without the names of its files. */
    private List<String> optionsWithoutFiles() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !FILE_OPTIONS.contains(option.longestName()))
                .map(option -> option.longestName() + " " + String.join(",", option.originalStringValues()))
                .map(String::strip)
                .toList();
    }
}
