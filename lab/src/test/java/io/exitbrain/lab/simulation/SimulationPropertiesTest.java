package io.exitbrain.lab.simulation;

import static io.exitbrain.lab.simulation.Recording.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.trade.Trade;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.topology.replay.FlowDriver;
import io.exitbrain.topology.replay.ReplayDriver;
import io.exitbrain.topology.replay.ReplayLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every recording, on random ones. */
class SimulationPropertiesTest {

    private static final Policy TIGHT = PolicyFile.read("tight", """
            stop: {min-step-pct: 0, reports: on, present: off}
            profiles:
              NORMAL:
                take-profit: [{at-r: 0.3, fraction: 0.4, execution: LIMIT}, {at-r: 0.6, fraction: 0.3, execution: MARKET}]
                trailing: {activate: {at-r: 0.2}, callback-pct: 0.005}
                max-hold: 10m
            """);

    private static final Set<String> INPUTS =
            Set.of("instruments", "mark-prices", "order-fills", "positions", "execution-reports");

    /** The rules of the lab are those of the engine: the same closed-loop input gives the same commands, byte for byte. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSendTheCommandsThatAReplayOfTheSameInputSends(boolean isTight) {
        Policy policy = isTight ? TIGHT : Policy.DEFAULT;
        int commands = 0;
        for (long seed = 1; seed <= 15; seed++) {
            List<TapedRules> taped = taped(RandomRecording.of(seed, 1_500), policy);

            for (TapedRules rules : taped) {
                assertThat(replayed(rules.inputs(), policy)).as("seed %d", seed).isEqualTo(rules.commands());
                commands += rules.commands().size();
            }
        }
        assertThat(commands).isGreaterThan(200);
    }

    private static List<TapedRules> taped(Recording recording, Policy policy) {
        List<TapedRules> taped = new ArrayList<>();
        Settings settings = new Settings(
                List.of(new NamedPolicy("only", policy)),
                Costs.DEFAULT,
                Funding.NONE,
                3_600_000,
                StrategyFills.DEFAULT,
                new Settings.Hooks(
                        (symbol, own, instrument, context) -> {
                            TapedRules rules = new TapedRules(symbol, own, instrument, context);
                            taped.add(rules);
                            return rules;
                        },
                        line -> true,
                        Optional.empty()));
        recording.run(settings);
        return taped;
    }

    private static List<String> replayed(List<String> inputs, Policy policy) {
        List<String> commands = new ArrayList<>();
        ReplayLine.Parser parser = new ReplayLine.Parser(INPUTS);
        try (FlowDriver driver = ReplayDriver.start(FlowContext.with(policy), Recording.START)) {
            for (String input : inputs) {
                ReplayLine line = parser.parse(input);
                if (line instanceof ReplayLine.Send send) {
                    driver.send(send.topic(), send.key(), send.value(), send.timestamp());
                } else if (line instanceof ReplayLine.Advance advance) {
                    driver.advanceWallClock(advance.milliseconds());
                }
                driver.emitted().stream()
                        .filter(emitted -> emitted.topic().equals("trailing-stop-commands"))
                        .forEach(emitted ->
                                commands.add(new String(emitted.value().orElseThrow(), StandardCharsets.UTF_8)));
            }
        }
        return commands;
    }

    @Test
    void shouldGiveEqualTradesUnderEqualPolicies() {
        Simulated simulated =
                RandomRecording.of(5, 6_000).run(Recording.settings(Costs.DEFAULT, Funding.NONE, TIGHT, TIGHT));

        assertThat(simulated.policies().get(0).trades())
                .hasSizeGreaterThan(5)
                .isEqualTo(simulated.policies().get(1).trades());
    }

    @Test
    void shouldNotDependOnTheNumberOfThreads() {
        Recording recording = RandomRecording.of(2, 3_000);
        Settings settings = Recording.settings(Costs.DEFAULT, Funding.NONE, Policy.DEFAULT, TIGHT);

        assertThat(recording.run(settings, 3)).isEqualTo(recording.run(settings, 1));
    }

    /** Nothing that comes later changes what was decided before: no look ahead. */
    @Test
    void shouldGiveTheSameEndingsIfTheRecordingIsCutAfterThem() {
        Recording recording = RandomRecording.of(3, 3_000);
        Settings settings = Recording.settings(FREE, Funding.NONE, Policy.DEFAULT, TIGHT);
        Simulated whole = recording.run(settings);

        for (int lines = 500; lines < recording.lines().size(); lines += 500) {
            Simulated cut = recording.first(lines).run(settings);
            for (int policy = 0; policy < 2; policy++) {
                for (Trade trade : cut.policies().get(policy).trades()) {
                    if (!trade.ending().isCensored()) {
                        assertThat(whole.policies().get(policy).trades())
                                .filteredOn(other -> other.opening().equals(trade.opening()))
                                .singleElement()
                                .satisfies(other -> {
                                    assertThat(other.ending()).isEqualTo(trade.ending());
                                    assertThat(other.money()).isEqualTo(trade.money());
                                    assertThat(other.activity()).isEqualTo(trade.activity());
                                });
                    }
                }
            }
        }
    }
}
