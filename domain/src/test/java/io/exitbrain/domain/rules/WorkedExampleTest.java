package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitPlan;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of docs/rules.md, digit by digit. */
class WorkedExampleTest {

    private final Trader trader = new Trader();

    @Test
    void shouldGiveThePlanOfTheExample() {
        trader.fill().id("1001").leverage("10").fills("0.010", "95000");

        ExitPlan plan = trader.view();
        assertThat(plan.strategy()).isEqualTo("scaled_tp");
        assertThat(plan.stopLoss().price()).contains(new BigDecimal("94050.0"));
        assertThat(plan.stopLoss().distancePct()).isEqualByComparingTo("0.01");
        assertThat(plan.legs())
                .extracting(leg ->
                        leg.price().toPlainString() + " x " + leg.quantity().toPlainString())
                .containsExactly("95475.0 x 0.002", "95950.0 x 0.002", "96900.0 x 0.006");
        assertThat(plan.trailing().activationPrice()).contains(new BigDecimal("95950.0"));
        assertThat(plan.trailing().activationPct().orElseThrow()).isEqualByComparingTo("0.01");
        assertThat(plan.stop().version()).isEqualTo(1);
        assertThat(plan.revision()).isEqualTo(1);
        assertThat(plan.planId()).matches("[0-9A-Z]{16}");
    }

    @Test
    void shouldGiveTheFourCommandsOfTheExample() {
        trader.fill().id("1001").leverage("10").fills("0.010", "95000");
        for (String mark : List.of("95949.9", "95950.0", "95960", "96012.1", "94600", "94571.9")) {
            trader.price(mark);
        }

        assertThat(trader.commands())
                .containsExactly(
                        "v1 PLACE 94050.0 0.010 INITIAL_STOP",
                        "v2 MOVE 94510.8 0.010 TRAIL",
                        "v3 MOVE 94572.0 0.010 TRAIL",
                        "v4 EXIT 94572.0 0.010 TRAILING_STOP");
    }

    @Test
    void shouldKeepTheSmallMoveItDoesNotSend() {
        trader.fill().leverage("10").fills("0.010", "95000").price("95950.0").price("95960");

        assertThat(trader.plan().stop().price()).isEqualByComparingTo("94520.6");
        assertThat(trader.plan().standingPrice()).isEqualByComparingTo("94510.8");
    }
}
