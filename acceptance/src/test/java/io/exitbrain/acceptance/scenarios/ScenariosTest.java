package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.audit.WholeFlow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario through the whole flow, record by record, without a broker. */
class ScenariosTest {

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shouldDecideAsTheScenarioSays(Scenario scenario) {
        List<Line> outputs = played(scenario);

        assertThat(Comparison.differences(scenario.expected(), outputs)).isEmpty();
    }

    private static List<Line> played(Scenario scenario) {
        PlanNames names = new PlanNames();
        List<Line> outputs = new ArrayList<>();
        try (WholeFlow engine = new WholeFlow(
                scenario.policyOrDefault(), scenario.input().get(0).timestamp())) {
            for (Line line : scenario.input()) {
                engine.send(names.resolved(line)).forEach(output -> outputs.add(names.named(output)));
            }
        }
        return outputs;
    }
}
