package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 3: quantities that are orders. */
class OrderQuantityTest {

    @ParameterizedTest(name = "{0} of step {1} is {2}")
    @CsvSource({
        "10.61, 0.1, 10.6",
        "0.30000000000000004, 0.1, 0.3",
        "0.29999999999999998, 0.1, 0.3",
        "0.2999, 0.1, 0.2",
        "0.1, 0.1, 0.1",
        "0.0999999, 0.1, 0.0",
        "1000000000.9, 1, 1000000000",
    })
    void shouldFloorAQuantityButForTheResidueOfBinaryFractions(String quantity, String step, String order) {
        assertThat(Trader.instrument("0.1", step).floorQuantity(Trader.num(quantity)))
                .isEqualByComparingTo(order);
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL, 97.5", "SELL, BUY, 102.5"})
    void shouldEndThePlanOfWhatNoOrderCanClose(String side, String closing, String stop) {
        Trader trader = new Trader().with(Trader.instrument("0.1", "0.1"));
        trader.fill().side(OrderSide.valueOf(side)).fills("0.30000000000000004", "100");
        assertThat(trader.commands()).containsExactly("v1 PLACE " + stop + " 0.3 INITIAL_STOP");

        trader.forget()
                .later(5_000)
                .fill()
                .side(OrderSide.valueOf(closing))
                .reduceOnly()
                .fills("0.3", "100");

        assertThat(trader.commands()).containsExactly("v2 CANCEL - - POSITION_CLOSED");
        assertThat(trader.events()).contains(ExitEvent.Kind.DUST);
        assertThat(trader.state().sides().both().isUnprotected()).isFalse();
        assertThat(trader.price("50").price("150").clock(60_000).commands()).isEmpty();
    }

    @Test
    void shouldPlanDustThatGrowsToAStep() {
        Trader trader = new Trader().with(Trader.instrument("0.1", "0.1")).buys("0.06", "100");
        assertThat(trader.events()).containsExactly(ExitEvent.Kind.DUST);
        assertThat(trader.commands()).isEmpty();

        trader.later(10).buys("0.06", "100");

        assertThat(trader.commands()).containsExactly("v1 PLACE 97.5 0.1 INITIAL_STOP");
    }

    @Test
    void shouldEndThePlanOfABinaryResidueWithoutKnownFilters() {
        Trader trader = new Trader().with(Instrument.UNKNOWN).buys("0.30000000000000004", "100");

        trader.forget().later(5_000).sells("0.3", "100");

        assertThat(trader.events()).contains(ExitEvent.Kind.DUST);
    }

    @ParameterizedTest
    @CsvSource({"1000, ''", "1001, 1000"})
    void shouldCarryTheLargestOrderQuantityIfItIsExceeded(String quantity, String carried) {
        Instrument limited = new Instrument(
                Trader.num("0.1"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Trader.num("1000"),
                BigDecimal.ONE,
                false);
        Trader trader = new Trader().with(limited).buys(quantity, "100");

        List<StopCommand> sent = ExitRules.onPrice(
                        trader.state(),
                        new MarkPrice(Trader.SYMBOL, Trader.num("90"), trader.time() + 1),
                        List.of(),
                        new DecisionContext(Policy.DEFAULT, limited, ExitContext.NONE))
                .commands();

        assertThat(sent.get(0).maxQuantity().map(BigDecimal::toPlainString).orElse(""))
                .isEqualTo(carried);
        assertThat(sent.get(0).quantity())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(quantity));
    }

    @ParameterizedTest(name = "{0} at {1}, tick {2}: stop {3}")
    @CsvSource({
        // 2.5 % is less than a tick: the stop is one tick away
        "BUY, 0.00000020, 0.00000001, 0.00000019",
        "SELL, 0.00000020, 0.00000001, 0.00000021",
        // an average entry between two ticks
        "BUY, 20.25, 0.5, 19.5",
        "SELL, 20.25, 0.5, 21.0",
        // more than a tick: rounded towards the market
        "BUY, 100.33, 0.5, 98.0",
        "SELL, 100.33, 0.5, 102.5",
    })
    void shouldKeepTheFirstStopAtLeastOneTickInLoss(String side, String entry, String tick, String stop) {
        Trader trader = new Trader().with(Trader.instrument(tick, "1"));
        trader.fill().side(OrderSide.valueOf(side)).leverage("1").fills("1000", entry);

        assertThat(trader.plan().stop().price()).isEqualByComparingTo(stop);
    }

    @Test
    void shouldSayByHowMuchATickBreaksTheRiskFloor() {
        Trader trader = new Trader().with(Trader.instrument("0.00000001", "1"));
        trader.fill().side(OrderSide.BUY).leverage("10").fills("1000", "0.00000020");

        assertThat(trader.fullEvents().get(0).detail())
                .contains("the stop is one tick from the entry: 0.05 of the entry, 0.01 is the risk floor");
    }

    @Test
    void shouldMakeOneLegOfLegsThatMeetAtOnePrice() {
        // R is 0.5 and the tick 0.5: the legs at 0.5R and 1R are both at 20.5
        Trader trader = new Trader().with(Trader.instrument("0.5", "1"));
        trader.fill().side(OrderSide.BUY).leverage("1").fills("100", "20");

        assertThat(trader.view().legs())
                .extracting(leg -> leg.price() + " " + leg.quantity())
                .containsExactly("20.5 50", "21.0 50");
    }

    @Test
    void shouldNotLoseATickByAThirdOfR() {
        Trader trader = new Trader().with(Trader.instrument("0.1", "1")).with(Contexts.hints("0.01", "0.03", "", ""));
        trader.fill().side(OrderSide.SELL).leverage("1").fills("8", "100");

        assertThat(trader.view().legs())
                .extracting(leg -> leg.price().toPlainString())
                .containsExactly("99.5", "99.0", "98.0");
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL, 97.5", "SELL, BUY, 102.5"})
    void shouldProtectAPositionThatGrowsOutOfABinaryResidueWithoutKnownFilters(
            String side, String closing, String stop) {
        Trader trader = new Trader().with(Instrument.UNKNOWN);
        trader.fill().side(OrderSide.valueOf(side)).fills("0.30000000000000004", "100");
        trader.later(5_000)
                .fill()
                .side(OrderSide.valueOf(closing))
                .fills("0.3", "100")
                .forget();

        trader.later(5_000).fill().side(OrderSide.valueOf(side)).fills("5", "100");

        assertThat(trader.commands())
                .singleElement()
                .asString()
                .contains("v1 PLACE " + stop)
                .contains("INITIAL_STOP");
        assertThat(trader.plan().identity().planId()).isNotEmpty();
    }
}
