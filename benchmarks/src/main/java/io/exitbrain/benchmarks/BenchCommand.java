package io.exitbrain.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: what a mark price costs the engine, beside a Streams application that does nothing with it. */
@Command(
        name = "bench",
        description = {
            "Measure the processor time per mark price of the engine, with its full rules and all inputs connected, exactly once,",
            "beside the floor: a Streams application that reads the same topic exactly once and does nothing with it.",
            "",
            "Broker, floor and engine each run in a JVM of their own; the rounds alternate. Absolute times mean little on a busy",
            "machine: the ratio of one run is what counts."
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--prices", description = "Mark prices; default ${DEFAULT-VALUE}.")
    private int prices = 2_000_000;

    @Option(names = "--symbols", description = "Symbols, each with an open position; default ${DEFAULT-VALUE}.")
    private int symbols = 1_000;

    @Option(names = "--rounds", description = "Rounds of floor and engine; default ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--json", description = "Also write the table to this file, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("exit-brain-bench");
        try (ChildBroker broker = ChildBroker.start(folder.resolve("broker"))) {
            Load load = new Load(broker.bootstrapServers(), prices, symbols);
            System.out.printf("producing %,d prices of %,d symbols ...%n", prices, symbols);
            load.produce();
            List<Measurement> measurements = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                for (String candidate : List.of("floor", "engine")) {
                    Measurement measured =
                            Candidate.inJvmOfItsOwn(candidate, broker.bootstrapServers(), prices, folder);
                    System.out.printf("round %d  %s%n", round, measured.inWords());
                    measurements.add(measured);
                }
            }
            Table table = Table.of(measurements);
            System.out.println(table.text());
            if (json.isPresent()) {
                Files.writeString(json.get(), table.json());
            }
        }
        return 0;
    }
}
