package io.exitbrain.lab.policydiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.serdes.output.OutputSerdes;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.topology.replay.FlowDriver;
import io.exitbrain.topology.replay.ReplayDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plan that a policy would give to an open position is the one that the engine makes for such a fill. */
class OpenPlansTest {

    private static final long NOW = 1_764_000_000_000L;
    private static final Policy OTHER = PolicyFile.read("other.yaml", """
            stop: {default-pct: 0.02}
            profiles:
              NORMAL:
                take-profit: [{at-r: 2, fraction: 0.5}]
                trailing: {activate: {at-r: 1}, callback-pct: 0.01}
            """);
    private static final String INSTRUMENT = "{\"tickSize\":\"0.1\",\"stepSize\":\"0.001\"}";
    private static final String CONTEXT = "{\"riskMode\":\"CONSERVATIVE\"}";
    private static final String FILL = "{\"side\":\"SELL\",\"price\":\"95000\",\"quantity\":\"0.01\",\"leverage\":3}";

    private final OpenPlans open = new OpenPlans(Topics.live());

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AuditRecord record(String topic, String key, Optional<byte[]> value) {
        return AuditRecord.at("here", topic, Optional.of(key), value, Optional.empty(), NOW);
    }

    /** The value on {@code exit-plans} of the plan that an engine with this policy makes for a fill. */
    private static byte[] planOfEngine(Policy policy, String fill) {
        try (ReplayDriver engine = ReplayDriver.start(FlowContext.with(policy), NOW)) {
            engine.send("instruments", Optional.of("BTCUSDT"), bytes(INSTRUMENT), NOW);
            engine.send("exit-context", Optional.of("*"), bytes(CONTEXT), NOW);
            engine.send("order-fills", Optional.of("BTCUSDT"), bytes(fill), NOW);
            return engine.emitted().stream()
                    .filter(record -> record.topic().equals("exit-plans"))
                    .findFirst()
                    .flatMap(FlowDriver.Emitted::value)
                    .orElseThrow();
        }
    }

    private List<Replanned> replanned(String fill, Policy policy) {
        open.add(record("instruments", "BTCUSDT", bytes(INSTRUMENT)));
        open.add(record("exit-context", "*", bytes(CONTEXT)));
        open.add(record("exit-plans", "BTCUSDT", Optional.of(planOfEngine(Policy.DEFAULT, fill))));
        return open.under(policy, NOW);
    }

    @Test
    void shouldMakeThePlanThatTheEngineMakes() {
        Replanned position = replanned(FILL, OTHER).get(0);

        open.add(record("exit-plans", "BTCUSDT", Optional.of(planOfEngine(OTHER, FILL))));
        ExitPlan byEngine = open.under(OTHER, NOW).get(0).living();
        assertThat(position.fresh()).contains(byEngine);
        assertThat(position.exit()).isEmpty();
        assertThat(position.living().profile()).isEqualTo("NORMAL");
        assertThat(position.living()).isNotEqualTo(byEngine);
    }

    @Test
    void shouldGiveTheSamePlanUnderTheSamePolicy() {
        Replanned position = replanned(FILL, Policy.DEFAULT).get(0);

        assertThat(json(position.fresh().orElseThrow())).isEqualTo(json(position.living()));
        assertThat(PlanLines.between(position.living(), position.fresh().orElseThrow()))
                .hasSize(6)
                .noneMatch(line -> line.contains("->"));
    }

    private static String json(ExitPlan plan) {
        return new String(OutputSerdes.exitPlan().serializer().serialize("exit-plans", plan), StandardCharsets.UTF_8);
    }

    @Test
    void shouldSelectTheProfileByTheStrategyOfThePosition() {
        Policy byStrategy = PolicyFile.read("by-strategy.yaml", "select: [{strategy: S, profile: TREND}]");
        String fill = FILL.replace("}", ",\"hints\":{\"strategyId\":\"S\"}}");

        assertThat(replanned(fill, byStrategy).get(0).fresh().orElseThrow().profile())
                .isEqualTo("TREND");
    }

    @Test
    void shouldSayThatAPolicyWouldCloseThePositionAtOnce() {
        Policy strict = PolicyFile.read("strict.yaml", "stop: {max-margin-loss: 0.001}");

        Replanned position = replanned(FILL, strict).get(0);

        assertThat(position.exit()).contains(Reason.RISK_FLOOR);
        assertThat(DiffText.of(List.of(), Optional.of(List.of(position))))
                .contains("  would be closed at once: RISK_FLOOR\n")
                .doesNotContain("leg 1");
    }

    @Test
    void shouldShowStopLegsAndTrailOfBothPlans() {
        String text = DiffText.of(List.of(), Optional.of(replanned(FILL, OTHER)));

        assertThat(text)
                .contains("1 open position. A living plan keeps the numbers it was made with")
                .contains("\nBTCUSDT SHORT 0.01 at 95000, plan ")
                .contains("  profile  NORMAL\n")
                .contains("  stop     96662.5 (distance 0.0175) -> 96330 (distance 0.014)\n")
                .contains("  leg 3    ")
                .contains(" -> none\n");
    }

    @Test
    void shouldForgetAClosedPositionAndKeepTheLastGoodEntryOfATable() {
        replanned(FILL, OTHER);
        open.add(record("instruments", "BTCUSDT", bytes("no json")));
        assertThat(open.under(OTHER, NOW).get(0).fresh().orElseThrow().quantised())
                .isTrue();

        open.add(record("exit-plans", "BTCUSDT", Optional.empty()));
        assertThat(open.under(OTHER, NOW)).isEmpty();
    }

    @Test
    void shouldWriteBothPlansAsJson() {
        assertThat(DiffJson.of(Change.between(Policy.DEFAULT, OTHER), Optional.of(replanned(FILL, OTHER))))
                .startsWith("{\"changes\":[{\"path\":\"stop.default-pct\",\"from\":\"0.025\",\"to\":\"0.02\",")
                .contains(
                        "\"positions\":[{\"plan\":{\"planId\":", "\"newPlan\":{\"planId\":", "\"exitAtOnce\":null}]}");
        assertThat(DiffJson.of(List.of(), Optional.empty())).isEqualTo("{\"changes\":[],\"positions\":null}");
    }
}
