package io.exitbrain.domain.rules;

import static io.exitbrain.domain.rules.Trader.num;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 2: the plan of a new position. */
class PlanningTest {

    private static ExitPlan planned(ExitContext context, String leverage) {
        return new Trader()
                .with(Trader.instrument("0.01", "0.001"))
                .with(context)
                .fill()
                .leverage(leverage)
                .fills("10", "100")
                .view();
    }

    @ParameterizedTest(name = "volatility {0}, trend {1}: {2}")
    @CsvSource({
        "0.041, 0, VOLATILE",
        "0.04, 0, NORMAL",
        "0.041, 0.9, VOLATILE",
        "0.02, 0.61, TREND",
        "0.02, -0.61, TREND",
        "0.02, 0.6, NORMAL",
        "0.014, 0, RANGE",
        "0.015, 0, NORMAL",
        "0.014, 0.7, TREND"
    })
    void shouldInferTheRegime(String volatility, String trend, Regime regime) {
        assertThat(planned(Contexts.market(volatility, trend), "1").regime()).isEqualTo(regime);
    }

    @ParameterizedTest(name = "{0}: d {1}")
    @CsvSource({"NORMAL, 0.025", "VOLATILE, 0.0375", "TREND, 0.02", "RANGE, 0.03", "CHOP, 0.025"})
    void shouldScaleTheStopDistanceByTheRegime(Regime regime, String distance) {
        assertThat(planned(Contexts.regime(regime), "1").stopLoss().distancePct())
                .isEqualByComparingTo(distance);
    }

    @ParameterizedTest(name = "{0}: d {1}")
    @CsvSource({"NORMAL, 0.025", "CONSERVATIVE, 0.0175", "CRITICAL, 0.0125"})
    void shouldScaleTheStopDistanceByTheRiskMode(RiskMode mode, String distance) {
        assertThat(planned(Contexts.mode(mode), "1").stopLoss().distancePct()).isEqualByComparingTo(distance);
    }

    @ParameterizedTest(name = "slPct {0}: d {1}")
    @CsvSource({"0.009, 0.01", "0.01, 0.01", "0.03, 0.03", "0.05, 0.05", "0.2, 0.05"})
    void shouldClampTheStopDistance(String slPct, String distance) {
        assertThat(planned(Contexts.hints("", slPct, "", ""), "1").stopLoss().distancePct())
                .isEqualByComparingTo(distance);
    }

    @Test
    void shouldNotLoseMoreThanMaxLossPctEvenBelowTheClamp() {
        assertThat(planned(Contexts.maxLoss("0.004"), "1").stopLoss().distancePct())
                .isEqualByComparingTo("0.004");
    }

    @ParameterizedTest(name = "{0}x: d {1}")
    @CsvSource({"1, 0.025", "4, 0.025", "5, 0.02", "3, 0.025", "30, 0.003333333333333333", "50, 0.002"})
    void shouldLoseAtMostATenthOfMargin(String leverage, String distance) {
        assertThat(planned(ExitContext.NONE, leverage).stopLoss().distancePct()).isEqualByComparingTo(distance);
    }

    @Test
    void shouldExitAPositionThatNoStopCanProtect() {
        Trader trader = new Trader().fill().leverage("51").fills("10", "100");

        assertThat(trader.commands()).containsExactly("v1 EXIT 99.9 10.000 RISK_FLOOR");
        assertThat(trader.view().strategy()).isEqualTo("emergency_exit");
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NORMAL|scaled_tp|101.25 x 2.500 LIMIT, 102.50 x 2.500 MARKET, 105.00 x 5.000 MARKET",
                "TREND|trailing_tp|101.00 x 1.500 LIMIT, 102.00 x 2.000 MARKET, 104.00 x 3.000 MARKET",
                "RANGE|scaled_tp|100.60 x 3.500 LIMIT, 101.20 x 3.500 MARKET, 102.10 x 3.000 MARKET",
                "VOLATILE|scaled_tp|101.50 x 2.500 LIMIT, 103.00 x 3.500 MARKET, 105.62 x 4.000 MARKET",
                "CHOP|scaled_tp|100.37 x 4.000 LIMIT, 100.87 x 4.000 MARKET, 101.50 x 2.000 MARKET"
            })
    void shouldTakeTheLegsOfTheProfile(Regime regime, String strategy, String legs) {
        ExitPlan plan = planned(Contexts.regime(regime), "1");

        assertThat(plan.strategy()).isEqualTo(strategy);
        assertThat(legsOf(plan)).isEqualTo(legs);
    }

    @ParameterizedTest(name = "{0}: armed at {1}, callback {2}")
    @CsvSource({
        "NORMAL, 102.50, 0.015",
        "TREND, 103.00, 0.02",
        "RANGE, 101.20, 0.015",
        "VOLATILE, 103.75, 0.025",
        "CHOP, 100.87, 0.015"
    })
    void shouldTakeTheTrailOfTheProfile(Regime regime, String activation, String callback) {
        ExitPlan.TrailView trail = planned(Contexts.regime(regime), "1").trailing();

        assertThat(trail.activationPrice()).contains(num(activation));
        assertThat(trail.callbackPct().orElseThrow()).isEqualByComparingTo(callback);
    }

    @Test
    void shouldSelectTheChallengeByItsStrategy() {
        ExitPlan plan = planned(Contexts.strategy("CHALLENGE_100"), "1");

        assertThat(plan.profile()).isEqualTo("CHALLENGE_100");
        assertThat(legsOf(plan)).isEqualTo("102.50 x 3.000 MARKET");
    }

    @ParameterizedTest(name = "tpPct {0} at confidence {1}: first leg {2}")
    @CsvSource({"0.06, 0.5, 102.50", "0.06, 0.49, 101.25", "0.015, 0.9, 100.62", "0.04, 0.75, 101.66"})
    void shouldScaleTheLegsByTheHintedTakeProfit(String tpPct, String confidence, String price) {
        assertThat(planned(Contexts.hints(tpPct, "", "", confidence), "1")
                        .legs()
                        .get(0)
                        .price())
                .isEqualByComparingTo(price);
    }

    @ParameterizedTest(name = "trailPct {0}: callback {1}")
    @CsvSource({"0.0001, 0.001", "0.001, 0.001", "0.02, 0.02", "0.05, 0.05", "0.3, 0.05"})
    void shouldTakeTheHintedTrailWithinTheLimits(String trailPct, String callback) {
        assertThat(planned(Contexts.hints("", "", trailPct, ""), "1")
                        .trailing()
                        .callbackPct()
                        .orElseThrow())
                .isEqualByComparingTo(callback);
    }

    @ParameterizedTest(name = "quantity {0}, step {1}, min {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | 5 | 0 | 105 x 15", // 17 with step 5 is 15: the others floor to nothing and merge
                "40 | 5 | 0 | 101.25 x 10, 102.5 x 10, 105 x 20",
                "0.010 | 0.001 | 0.003 | 102.5 x 0.004, 105 x 0.006", // the first is merged into the second
                "3 | 1 | 0 | 105 x 3",
                "1e-5 | 1e-5 | 0 | 105 x 0.00001",
                "10 | 1.0 | 0 | 101.25 x 2, 102.5 x 2, 105 x 6",
                "10 | 1 | 100 | " // none is large enough: all runs on the trail
            })
    void shouldFloorLegsToTheLotStepAndMergeLegsThatAreTooSmall(String quantity, String step, String min, String legs) {
        ExitPlan plan = new Trader()
                .with(new Instrument(num("0.01"), num(step), num(min), num("0")))
                .fill()
                .leverage("1")
                .fills(quantity, "100")
                .view();

        assertThat(plan.legs().stream()
                        .map(leg -> leg.price().stripTrailingZeros().toPlainString() + " x "
                                + leg.quantity().toPlainString())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(legs == null ? "" : legs);
        assertThat(plan.quantity()).isEqualByComparingTo(quantity);
    }

    @Test
    void shouldMergeALegBelowTheMinimumNotional() {
        ExitPlan plan = new Trader()
                .with(new Instrument(num("0.1"), num("0.001"), num("0"), num("255")))
                .fill()
                .leverage("1")
                .fills("10", "100")
                .view();

        // 2.5 x 101.2 = 253 is too small, and with it 5 x 102.5
        assertThat(legsOf(plan)).isEqualTo("102.5 x 5.000 MARKET, 105.0 x 5.000 MARKET");
    }

    @Test
    void shouldKeepPricesAsTheyAreWithoutAnInstrument() {
        ExitPlan plan = new Trader()
                .with(Instrument.UNKNOWN)
                .fill()
                .leverage("3")
                .fills("1", "0.12345678")
                .view();

        assertThat(plan.quantised()).isFalse();
        assertThat(plan.stopLoss().price().orElseThrow()).isEqualByComparingTo("0.1203703605");
    }

    @Test
    void shouldCountUnknownLeverageAsOneAndMarkItUnknown() {
        ExitPlan plan = new Trader().buys("1", "100").view();

        assertThat(plan.leverage()).isEqualByComparingTo("1");
        assertThat(plan.leverageKnown()).isFalse();
    }

    @ParameterizedTest(name = "confidence {0}: stop {1}, take profit {2}, callback {3}")
    @CsvSource({
        "0.19, 97.50, 105.00, ''",
        "0.20, 97.50, 105.00, 0.01",
        "0.79, 97.50, 105.00, 0.01",
        "0.80, 97.75, 108.00, 0.02"
    })
    void shouldFallBackByConfidenceWhenSwitchedOff(String confidence, String stop, String takeProfit, String callback) {
        ExitPlan plan = new Trader()
                .with(Policies.disabled())
                .with(Trader.instrument("0.01", "0.001"))
                .with(Contexts.hints("0.08", "", "0.02", confidence))
                .fill()
                .leverage("1")
                .fills("10", "100")
                .view();

        assertThat(plan.origin()).isEqualTo(Origin.FALLBACK);
        assertThat(plan.strategy()).isEqualTo("hybrid_tpsl");
        assertThat(plan.stopLoss().price().orElseThrow()).isEqualByComparingTo(stop);
        assertThat(plan.legs()).singleElement().satisfies(leg -> {
            assertThat(leg.price()).isEqualByComparingTo(takeProfit);
            assertThat(leg.quantity()).isEqualByComparingTo("10");
        });
        assertThat(plan.trailing()
                        .callbackPct()
                        .map(ratio -> ratio.stripTrailingZeros().toPlainString())
                        .orElse(""))
                .isEqualTo(callback);
    }

    @Test
    void shouldFallBackInTheSameStepWhenNoProfileIsSelected() {
        Trader trader = new Trader().with(Policies.selectingNothing()).buys("0.010", "95000");

        assertThat(trader.view().strategy()).isEqualTo("hybrid_tpsl");
        assertThat(trader.fullEvents().get(0).detail().orElseThrow()).contains("no profile is selected");
        assertThat(trader.commands()).hasSize(1).first().asString().startsWith("v1 PLACE");
    }

    @Test
    void shouldFallBackWhenTheTrailIsInTicksAndTheTickIsUnknown() {
        Profile ticks = Policies.profile(Policies.trail(Policies.atR("1"), new Callback.Ticks(num("50"))));
        Trader trader = new Trader()
                .with(Instrument.UNKNOWN)
                .with(Policies.running(ticks))
                .buys("1", "100");

        assertThat(trader.view().strategy()).isEqualTo("hybrid_tpsl");
    }

    @ParameterizedTest(name = "{0}: stop {1}")
    @CsvSource({"BUY, 98.5", "SELL, 101.5"})
    void shouldBeArmedAtCreationWithActivationZero(String side, String stop) {
        Profile armed = Policies.profile(Policies.trail(Policies.atPct("0"), Policies.pct("0.015")));
        Trader trader = new Trader()
                .with(Policies.running(armed))
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("1")
                .fills("1", "100");

        assertThat(trader.plan().stop().state()).isEqualTo(Stop.State.TRAILING);
        assertThat(trader.commands()).containsExactly("v1 PLACE " + stop + " 1.000 INITIAL_STOP");
    }

    @ParameterizedTest(name = "{0}: armed at {1}, not at {2}")
    @CsvSource({"BUY, 101.5, 101.4", "SELL, 98.5, 98.6"})
    void shouldBeArmedAtADistanceInPrice(String side, String armed, String notYet) {
        Policy byPrice = Policies.running(
                Policies.profile(Policies.trail(new Distance.InPrice(num("1.5")), Policies.pct("0.015"))));
        Trader trader = new Trader()
                .with(byPrice)
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("1")
                .fills("1", "100");

        assertThat(trader.view().trailing().activationPct().orElseThrow()).isEqualByComparingTo("0.015");
        assertThat(trader.price(notYet).plan().stop().state()).isEqualTo(Stop.State.WATCHING);
        assertThat(trader.price(armed).plan().stop().state()).isEqualTo(Stop.State.TRAILING);
    }

    @Test
    void shouldTrailByPriceAndByTicks() {
        Profile byPrice = Policies.profile(Policies.trail(Policies.atPct("0"), new Callback.Price(num("1.2"))));
        Profile byTicks = Policies.profile(Policies.trail(Policies.atPct("0"), new Callback.Ticks(num("7"))));

        assertThat(new Trader()
                        .with(Policies.running(byPrice))
                        .buys("1", "100")
                        .price("103")
                        .plan()
                        .stop()
                        .price())
                .isEqualByComparingTo("101.8");
        assertThat(new Trader()
                        .with(Policies.running(byTicks))
                        .sells("1", "100")
                        .price("97")
                        .plan()
                        .stop()
                        .price())
                .isEqualByComparingTo("97.7");
    }

    @ParameterizedTest(name = "{0} from {1}: first leg {2}")
    @CsvSource({"BUY, 21.6, 22.5", "SELL, 21.4, 20.5", "BUY, 21.5, 22.0", "SELL, 21.5, 21.0"})
    void shouldKeepATakeProfitAtLeastOneTickInProfit(String side, String entry, String price) {
        // R is 0.54: half of it is less than a tick of 0.5
        ExitPlan plan = new Trader()
                .with(Trader.instrument("0.5", "1"))
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("1")
                .fills("16", entry)
                .view();

        assertThat(plan.legs().get(0).price()).isEqualByComparingTo(price);
    }

    @Test
    void shouldProtectAShortWhoseTakeProfitWouldLieAtZero() {
        Trader trader = new Trader()
                .with(Contexts.hints("1", "", "0.02", "0.9"))
                .fill()
                .side(OrderSide.SELL)
                .leverage("1")
                .fills("1", "100");

        assertThat(trader.commands()).containsExactly("v1 PLACE 102.2 1.000 INITIAL_STOP");
        assertThat(trader.view().strategy()).isEqualTo("hybrid_tpsl");
        assertThat(trader.view().legs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BUY, 0.39", "SELL, 0.41"})
    void shouldProtectAPositionWhoseEntryIsSmallerThanATick(String side, String stop) {
        Trader trader = new Trader()
                .with(Trader.instrument("0.5", "1"))
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("1")
                .fills("10", "0.4");

        assertThat(trader.commands()).containsExactly("v1 PLACE " + stop + " 10 INITIAL_STOP");
    }

    private static String legsOf(ExitPlan plan) {
        return plan.legs().stream()
                .map(leg ->
                        leg.price().toPlainString() + " x " + leg.quantity().toPlainString() + " " + leg.execution())
                .collect(Collectors.joining(", "));
    }
}
