package io.exitbrain.lab.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two engines are compared plan by plan. */
class ComparisonTest {

    private static final long NOW = 1_764_000_000_000L;

    private final Runs live = new Runs();
    private final Runs shadow = new Runs();

    private static StopCommand command(String plan, int version, Action action, Reason reason, String stop) {
        return new StopCommand(
                plan,
                version,
                "AUSDT",
                PositionSide.BOTH,
                action,
                reason,
                OrderSide.SELL,
                Optional.of(BigDecimal.ONE),
                Optional.of(new BigDecimal(stop)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW);
    }

    private static void place(Runs runs, String plan, String stop, long time) {
        add(runs, command(plan, 1, Action.PLACE, Reason.INITIAL_STOP, stop), time);
    }

    private static void add(Runs runs, StopCommand command, long time) {
        runs.add(command, "commands-0@" + runs.commands(), time);
    }

    private List<Difference> differences() {
        return Comparison.of(live, shadow).byKind().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void shouldFindNoDifferenceBetweenEqualRuns() {
        place(live, "P", "97.0", NOW);
        place(shadow, "P", "97.00", NOW);

        assertThat(differences()).isEmpty();
        assertThat(ShadowText.of(Comparison.of(live, shadow)))
                .isEqualTo("no difference in 1 plans that both engines have, up to 2025-11-24T16:00:00Z\n");
    }

    @Test
    void shouldNameEachKindOfDifference() {
        place(live, "P", "97", NOW);
        place(shadow, "P", "98", NOW);
        add(live, command("P", 2, Action.MOVE, Reason.TRAIL, "99"), NOW + 1);
        add(shadow, command("P", 2, Action.EXIT, Reason.STOP_LOSS, "98"), NOW + 1);
        add(shadow, command("P", 2, Action.EXIT, Reason.STOP_LOSS, "98"), NOW + 2);
        place(live, "Q", "97", NOW + 2);
        place(shadow, "R", "97", NOW + 2);

        assertThat(differences())
                .containsExactly(
                        new Difference(Kind.ONLY_LIVE, "AUSDT", "Q", "plan", "-", "commands-0@2"),
                        new Difference(Kind.ONLY_SHADOW, "AUSDT", "R", "-", "plan", "commands-0@3"),
                        new Difference(Kind.FIRST_STOP, "AUSDT", "P", "97", "98", "commands-0@0"),
                        new Difference(Kind.MOVES, "AUSDT", "P", "1", "0", "commands-0@0"),
                        new Difference(Kind.ONLY_SHADOW_EXITS, "AUSDT", "P", "-", "STOP_LOSS", "commands-0@1"));
    }

    @Test
    void shouldTellReasonsToExitApart() {
        place(live, "P", "97", NOW);
        place(shadow, "P", "97", NOW);
        add(live, command("P", 1, Action.EXIT, Reason.STOP_LOSS, "97"), NOW + 1);
        add(shadow, command("P", 1, Action.EXIT, Reason.TRAILING_STOP, "97"), NOW + 1);

        assertThat(differences())
                .containsExactly(
                        new Difference(Kind.EXIT_REASON, "AUSDT", "P", "STOP_LOSS", "TRAILING_STOP", "commands-0@1"));
    }

    @Test
    void shouldNotJudgeWhatTheOtherEngineHasNotReachedYet() {
        place(live, "P", "97", NOW);
        place(shadow, "P", "97", NOW);
        add(live, command("P", 2, Action.MOVE, Reason.TRAIL, "98"), NOW + 1);
        place(live, "Q", "97", NOW + 2);

        assertThat(differences()).isEmpty();
    }

    @Test
    void shouldNotJudgeAPlanWhoseFirstCommandIsOlderThanTheRecord() {
        add(live, command("P", 7, Action.MOVE, Reason.TRAIL, "98"), NOW);
        place(shadow, "Q", "97", NOW);
        place(live, "Q", "97", NOW);

        assertThat(differences()).isEmpty();
    }

    @Test
    void shouldSayThatThereIsNothingToCompare() {
        place(live, "P", "97", NOW);

        assertThat(ShadowText.of(Comparison.of(live, shadow))).startsWith("nothing to compare: ");
    }

    @Test
    void shouldCountAndShowExamples() {
        for (int i = 0; i < 4; i++) {
            place(live, "P" + i, "97", NOW);
            place(shadow, "P" + i, "98", NOW);
        }

        assertThat(ShadowText.of(Comparison.of(live, shadow)).lines())
                .hasSize(5)
                .startsWith("     4  another first stop", "        AUSDT plan P0: live 97, shadow 98, see commands-0@0")
                .endsWith("differences in 4 plans that both engines have, up to 2025-11-24T16:00:00Z");
        assertThat(ShadowJson.of(Comparison.of(live, shadow)))
                .startsWith(
                        "{\"untilMs\":1764000000000,\"pairs\":4,\"counts\":{\"FIRST_STOP\":4},\"differences\":[{\"kind\"");
    }
}
