package io.exitbrain.domain.rules;

import static io.exitbrain.domain.rules.Trader.num;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 3 without prices: legs, adds, reductions, orphans in profit, leverage, emergencies, time. Entry 100, d 0.02 (5x), R 2. */
class LifeOfAPlanTest {

    private static Trader open(String side) {
        return new Trader()
                .with(Trader.instrument("0.1", "1"))
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("5")
                .fills("100", "100")
                .later(10);
    }

    private static String opposite(String side) {
        return side.equals("BUY") ? "SELL" : "BUY";
    }

    private static Trader closing(Trader trader, String opened, String quantity, String price) {
        return trader.fill().side(OrderSide.valueOf(opposite(opened))).fills(quantity, price);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 101, 100.9, 100.0", "SELL, 99, 99.1, 100.0"})
    void shouldMoveToBreakEvenWhenTheFirstLegFills(String side, String target, String short1, String entry) {
        Trader notYet = closing(open(side).forget(), side, "25", short1);
        assertThat(notYet.commands()).singleElement().asString().contains("RESIZE");

        Trader filled = closing(open(side).forget(), side, "25", target);
        assertThat(filled.commands()).containsExactly("v2 MOVE " + entry + " 75 BREAK_EVEN");
        assertThat(filled.view().legs().get(0).status()).isEqualTo(Leg.LegStatus.FILLED);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 102, 101.0", "SELL, 98, 99.0"})
    void shouldMoveToTheFirstLegWhenAGapFillsTwo(String side, String price, String stop) {
        Trader trader = closing(open(side).forget(), side, "50", price);

        assertThat(trader.commands()).containsExactly("v2 MOVE " + stop + " 50 BREAK_EVEN");
        assertThat(trader.view().legs())
                .extracting(ExitPlan.LegView::status)
                .containsExactly(Leg.LegStatus.FILLED, Leg.LegStatus.FILLED, Leg.LegStatus.OPEN);
    }

    @Test
    void shouldFillALegInParts() {
        Trader trader = open("BUY").forget().sells("10", "101");
        assertThat(trader.commands()).containsExactly("v2 RESIZE 98.0 90 POSITION_REDUCED");
        assertThat(trader.view().legs().get(0).quantity()).isEqualByComparingTo("25");

        assertThat(trader.later(1).sells("15", "101").commands()).containsExactly("v3 MOVE 100.0 75 BREAK_EVEN");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 99", "SELL, 101"})
    void shouldOnlyResizeWhenAPartIsClosedByHand(String side, String price) {
        Trader trader = closing(open(side).forget(), side, "40", price);

        assertThat(trader.commands())
                .singleElement()
                .asString()
                .contains("RESIZE")
                .contains(" 60 ");
        assertThat(trader.view().legs()).extracting(ExitPlan.LegView::status).containsOnly(Leg.LegStatus.OPEN);
        assertThat(trader.view().legs())
                .extracting(ExitPlan.LegView::quantity)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(num("15"), num("15"), num("30"));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 101, 99.5, 98.0", "SELL, 99, 100.5, 102.0"})
    void shouldExitInsteadOfSendingABreakEvenThatTheMarkHasBreached(
            String side, String best, String mark, String standing) {
        Trader trader = open(side).price(best).price(mark).forget();
        closing(trader, side, "25", mark);

        assertThat(trader.commands()).containsExactly("v2 EXIT " + standing + " 75 ALREADY_BREACHED");
    }

    @Test
    void shouldRepriceAndReshareTheLegsOfAnAdd() {
        Trader trader = open("BUY").forget().buys("100", "104");

        assertThat(trader.commands()).containsExactly("v2 MOVE 100.0 200 REBASED"); // 102 * 0.98 = 99.96, up
        assertThat(trader.view().legs())
                .extracting(leg -> leg.price() + " x " + leg.quantity())
                .containsExactly("103.0 x 50", "104.0 x 50", "106.0 x 100"); // R is 2.04; targets towards the entry
        assertThat(trader.view().trailing().activationPrice()).contains(num("104.0"));
        assertThat(trader.view().initialQuantity()).isEqualByComparingTo("100");
    }

    @Test
    void shouldKeepTheStopWhenAnAddWouldLoosenIt() {
        Trader trader = open("BUY").forget().buys("100", "99");

        assertThat(trader.commands()).containsExactly("v2 RESIZE 98.0 200 POSITION_INCREASED");
    }

    @Test
    void shouldShareAnAddAmongTheLegsNotYetFilled() {
        Trader trader = open("BUY").sells("25", "101").later(1).forget().buys("75", "100");

        assertThat(trader.view().legs())
                .extracting(leg -> leg.status() + " " + leg.quantity())
                .containsExactly("FILLED 25", "OPEN 50", "OPEN 100");
        assertThat(trader.later(1).sells("50", "103").view().legs().get(1).status())
                .isEqualTo(Leg.LegStatus.FILLED);
    }

    @Test
    void shouldSkipReachedLegsLockProfitAndArmAnOrphanInProfit() {
        Trader trader = new Trader().with(Trader.instrument("0.1", "1"));
        trader.snapshot("-100", "100", "97.5", "5");

        assertThat(trader.view().legs())
                .extracting(ExitPlan.LegView::status)
                .containsExactly(Leg.LegStatus.SKIPPED, Leg.LegStatus.SKIPPED, Leg.LegStatus.OPEN);
        assertThat(trader.view().stop().state()).isEqualTo(Stop.State.TRAILING);
        // trail 97.5 * 1.015 = 98.9625 beats the lock of 99.8
        assertThat(trader.commands()).containsExactly("v1 PLACE 98.9 100 INITIAL_STOP");
    }

    @ParameterizedTest(name = "{0} at {1}: stop {2}")
    @CsvSource({"100, 102, 100.5", "100, 101.9, 98.0", "-100, 98, 99.4", "-100, 98.1, 102.0"})
    void shouldArmAnOrphanOnlyPastActivation(String amount, String mark, String stop) {
        Trader trader = new Trader().with(Trader.instrument("0.1", "1")).with(Contexts.mode(RiskMode.NORMAL));
        trader.snapshot(amount, "100", mark, "5");

        assertThat(trader.plan().stop().price()).isEqualByComparingTo(stop);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({"100, 110, 97.5", "100, 110.1, 100.2", "-100, 90, 102.5", "-100, 89.9, 99.8"})
    void shouldLockTheProfitOfAnOrphanAboveATenthOfMargin(String amount, String mark, String stop) {
        Profile farAway = Policies.profile(Policies.trail(Policies.atPct("0.5"), Policies.pct("0.015")));
        Trader trader = new Trader().with(Trader.instrument("0.1", "1")).with(Policies.running(farAway));
        trader.snapshot(amount, "100", mark, "1");

        assertThat(trader.commands()).containsExactly("v1 PLACE " + stop + " 100 INITIAL_STOP");
    }

    @Test
    void shouldBackfillAnOrphanAtItsFirstMark() {
        Profile farAway = Policies.profile(
                Policies.trail(Policies.atPct("0.5"), Policies.pct("0.015")),
                new Profile.TakeProfit(Policies.atR("1"), num("1"), Execution.MARKET));
        Trader trader = new Trader().with(Trader.instrument("0.1", "1")).with(Policies.running(farAway));
        trader.snapshot(PositionSide.BOTH, "100", Optional.of("100"), Optional.empty(), Optional.of("1"));
        assertThat(trader.commands()).containsExactly("v1 PLACE 97.5 100 INITIAL_STOP");

        assertThat(trader.price("112").commands()).containsExactly("v2 MOVE 100.2 100 PROFIT_LOCK");
        assertThat(trader.view().legs().get(0).status()).isEqualTo(Leg.LegStatus.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource({"100, 98.0, 98.0", "-100, 102.0, 102.0"})
    void shouldExitAnOrphanWhoseStopTheMarkHasBreached(String amount, String mark, String stop) {
        Trader trader = new Trader().with(Trader.instrument("0.1", "1"));
        trader.snapshot(amount, "100", mark, "5");

        assertThat(trader.commands()).containsExactly("v1 EXIT " + stop + " 100 ALREADY_BREACHED");
    }

    @Test
    void shouldApplyTheFloorAgainWhenLeverageBecomesKnown() {
        Trader trader = new Trader()
                .with(Trader.instrument("0.1", "1"))
                .buys("100", "100")
                .forget();
        trader.later(10).snapshot("100", "100", "100", "20");

        assertThat(trader.commands()).containsExactly("v2 MOVE 99.5 100 REBASED");
        assertThat(trader.later(10).snapshot("100", "100", "100", "10").commands())
                .isEmpty();
        assertThat(trader.later(10).snapshot("100", "100", "100", "60").commands())
                .containsExactly("v3 EXIT 99.5 100 RISK_FLOOR");
    }

    @Test
    void shouldExitWhenTheFloorOfNewLeverageLiesBeyondTheMark() {
        Trader trader = new Trader()
                .with(Trader.instrument("0.1", "1"))
                .buys("100", "100")
                .price("99")
                .forget();
        trader.later(10).snapshot("100", "100", "99", "20");

        assertThat(trader.commands()).containsExactly("v2 EXIT 97.5 100 ALREADY_BREACHED");
    }

    @Test
    void shouldTakeLeverageFromTheContextWhenNoOtherSourceHasIt() {
        Trader trader = new Trader()
                .with(Trader.instrument("0.1", "1"))
                .buys("100", "100")
                .forget();

        assertThat(trader.with(Contexts.leverage("20")).clock(1).commands())
                .containsExactly("v2 MOVE 99.5 100 REBASED");
    }

    @Test
    void shouldExitInAnEmergencyWithoutAPriceAndReopenNothing() {
        Trader trader =
                open("BUY").forget().with(Contexts.mode(RiskMode.ESS_ACTIVE)).clock(1_000);
        assertThat(trader.commands()).containsExactly("v2 EXIT 98.0 100 EMERGENCY");

        assertThat(trader.with(ExitContext.NONE).clock(1_500).commands()).isEmpty();
        trader.with(Contexts.mode(RiskMode.ESS_ACTIVE))
                .later(1)
                .sells("100", "99")
                .later(1)
                .forget()
                .buys("1", "99");
        assertThat(trader.commands()).containsExactly("v1 EXIT 96.6 1 EMERGENCY");
    }

    @Test
    void shouldRepeatTheSameExitAtTheRetryWhenItGrewOrWasRejected() {
        Trader trader = open("BUY").price("97").forget();
        String id = trader.plan().identity().planId() + "-2";

        assertThat(trader.clock(9_999).commands()).isEmpty();
        assertThat(trader.clock(10_000).commands()).containsExactly("v2 EXIT 98.0 100 STOP_LOSS");
        assertThat(trader.price("96").commands()).isEmpty();
        assertThat(trader.later(1).sells("40", "96").commands()).isEmpty();
        assertThat(trader.later(1).buys("10", "96").commands()).containsExactly("v2 EXIT 98.0 70 STOP_LOSS");
        assertThat(trader.later(100).report(id, ExecutionReport.Status.REJECTED).commands())
                .isEmpty();
        assertThat(trader.clock(899).commands()).isEmpty();
        assertThat(trader.clock(901).commands()).containsExactly("v2 EXIT 98.0 70 STOP_LOSS");
        assertThat(trader.later(1).sells("70", "96").commands()).containsExactly("v3 CANCEL - - POSITION_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"172799999, false", "172800000, true"})
    void shouldExitAtTheTimeLimit(long heldMs, boolean exits) {
        Profile limited = new Profile(
                "TEST", List.of(), Policies.trail(Policies.atR("1"), Policies.pct("0.015")), Optional.of(172_800_000L));
        Trader trader =
                new Trader().with(Policies.running(limited)).buys("1", "100").forget();

        assertThat(trader.clock(heldMs).commands()).hasSize(exits ? 1 : 0);
    }

    @Test
    void shouldRoundAtTheNextRecordOnceTheInstrumentIsKnown() {
        Trader trader = new Trader()
                .with(Instrument.UNKNOWN)
                .buys("10", "100.33")
                .price("100.5")
                .forget();
        trader.with(Trader.instrument("0.1", "1")).price("100.6");

        assertThat(trader.commands()).containsExactly("v2 MOVE 97.9 10 REBASED"); // 97.82175, up
        assertThat(trader.view().quantised()).isTrue();
    }

    @Test
    void shouldNotForgetTheElapsedTimeWhenALateRecordArrives() {
        Trader trader = open("BUY").price("97").forget();

        assertThat(trader.does(new MarkPrice(Trader.SYMBOL, num("96"), trader.time()), 9_999)
                        .commands())
                .isEmpty();
        assertThat(trader.does(new MarkPrice(Trader.SYMBOL, num("96"), trader.time()), 10_000)
                        .commands())
                .containsExactly("v2 EXIT 98.0 100 STOP_LOSS");
    }
}
