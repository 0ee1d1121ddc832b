package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.topology.process.EngineProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * All scenarios at once on a broker with three partitions, under exactly-once. Each scenario has its own symbols. The
 * lines are on the topics before the engine starts, in the order of their timestamps, and the engine reads them in that
 * order.
 */
@Timeout(150)
class ScenariosIT {

    /** The first timestamp of the scenarios; each scenario is shorter than five minutes. */
    private static final long SCENARIOS_START_MS = 1_764_000_000_000L;

    private static final long MAX_LENGTH_MS = 300_000;

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldDecideOnABrokerAsTheScenariosSay() {
        List<BrokerRun> runs = runs();
        bench.send(merged(runs, BrokerRun::input));

        try (EngineProcess live = bench.engine("once", bench.withoutHistory());
                EngineProcess shadowing =
                        bench.engine("once-shadow", bench.withoutHistory("exit-brain: {mode: shadow}\n"))) {
            bench.progress().awaitAllRead("once");
            bench.progress().awaitAllRead("once-shadow");
            assertThat(List.of(live.state(), shadowing.state())).noneMatch(state -> state.hasCompletedShutdown());
        }

        assertThat(differences(runs)).isEmpty();
    }

    @Test
    void shouldDecideTheSameWhenTheEngineIsRestartedInTheMiddle() {
        List<BrokerRun> runs =
                runs().stream().filter(run -> run.scenario().policy().isEmpty()).toList();

        playToTheEnd(merged(runs, BrokerRun::firstHalf));
        playToTheEnd(merged(runs, BrokerRun::secondHalf));

        assertThat(differences(runs)).isEmpty();
    }

    private void playToTheEnd(List<Line> lines) {
        bench.send(lines);
        try (EngineProcess engine = bench.engine("restarted", bench.withoutHistory())) {
            bench.progress().awaitAllRead("restarted");
            assertThat(engine.state().isShuttingDown()).isFalse();
        }
    }

    private static List<BrokerRun> runs() {
        long laterByMs = System.currentTimeMillis() - MAX_LENGTH_MS - SCENARIOS_START_MS;
        List<BrokerRun> runs = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            if (scenario.isReplayOnly()) {
                continue;
            }
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
