package io.exitbrain.demo.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.demo.audit.Line;
import io.exitbrain.topology.EngineProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every scenario against a broker with three partitions, under exactly-once, all at once: each has symbols of its own. The lines wait on
 * the topics before the engine starts, in the order of their timestamps: that is the order in which it reads what waits on several.
 */
@Timeout(150)
class ScenariosIT {

    /** The scenarios begin on this millisecond and none is longer than five minutes. */
    private static final long SCENARIOS_START_MS = 1_764_000_000_000L;

    private static final long LONGEST_MS = 300_000;

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void shouldDecideOnABrokerAsTheScenariosSay() {
        List<BrokerRun> runs = runs();
        bench.send(merged(runs, BrokerRun::input));
        Path shadow = bench.write("shadow.yaml", "exit-brain: {mode: shadow}\n");

        try (EngineProcess live = bench.engine("once");
                EngineProcess silent = bench.engine("once-shadow", "policy=" + shadow)) {
            bench.awaitAllRead("once");
            bench.awaitAllRead("once-shadow");
            assertThat(List.of(live.state(), silent.state())).noneMatch(state -> state.hasCompletedShutdown());
        }

        assertThat(differences(runs)).isEmpty();
    }

    @Test
    void shouldDecideTheSameWhenTheEngineIsRestartedInTheMiddle() {
        List<BrokerRun> runs =
                runs().stream().filter(run -> run.scenario().policy().isEmpty()).toList();

        playedToTheEnd(merged(runs, BrokerRun::firstHalf));
        playedToTheEnd(merged(runs, BrokerRun::secondHalf));

        assertThat(differences(runs)).isEmpty();
    }

    private void playedToTheEnd(List<Line> lines) {
        bench.send(lines);
        try (EngineProcess engine = bench.engine("restarted")) {
            bench.awaitAllRead("restarted");
            assertThat(engine.state().isShuttingDown()).isFalse();
        }
    }

    private static List<BrokerRun> runs() {
        long laterByMs = System.currentTimeMillis() - LONGEST_MS - SCENARIOS_START_MS;
        List<BrokerRun> runs = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            runs.add(BrokerRun.of(scenario, "-" + runs.size() + "X", laterByMs));
        }
        return runs;
    }

    private static List<Line> merged(List<BrokerRun> runs, Function<BrokerRun, List<Line>> part) {
        return runs.stream()
                .flatMap(run -> part.apply(run).stream())
                .sorted(Comparator.comparingLong(Line::timestamp))
                .toList();
    }

    private List<String> differences(List<BrokerRun> runs) {
        List<Line> outputs = bench.outputs();
        return runs.stream()
                .flatMap(run -> run.differencesTo(outputs).stream()
                        .map(difference -> run.scenario().name() + ": " + difference))
                .toList();
    }
}
