package io.exitbrain.domain.rules;

import static io.exitbrain.domain.rules.Trader.num;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 3: the stop one tick before, on and one tick after each boundary, for both sides. Entry 100, 5x: d 0.02, R 2. */
class StopTest {

    private static final Instrument TENTHS = Trader.instrument("0.1", "1");

    private static Trader open(String side) {
        return new Trader()
                .with(TENTHS)
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("5")
                .fills("100", "100");
    }

    @ParameterizedTest(name = "{0}: mark {1} fires: {2}")
    @CsvSource({
        "BUY, 98.1, false",
        "BUY, 98.0, true",
        "BUY, 97.9, true",
        "SELL, 101.9, false",
        "SELL, 102.0, true",
        "SELL, 102.1, true"
    })
    void shouldTriggerAtTheStopAndBeyond(String side, String mark, boolean fires) {
        Trader trader = open(side).forget().price(mark);

        String stop = side.equals("BUY") ? "98.0" : "102.0";
        assertThat(trader.commands()).isEqualTo(fires ? List.of("v2 EXIT " + stop + " 100 STOP_LOSS") : List.of());
    }

    @ParameterizedTest(name = "{0}: mark {1} arms: {2}, stop {3}")
    @CsvSource({
        "BUY, 101.9, WATCHING, 98.0",
        "BUY, 102.0, TRAILING, 100.5", // 102 * 0.985 = 100.47, up
        "BUY, 102.1, TRAILING, 100.6", // 100.5685, up
        "SELL, 98.1, WATCHING, 102.0",
        "SELL, 98.0, TRAILING, 99.4", // 98 * 1.015 = 99.47, down
        "SELL, 97.9, TRAILING, 99.3" // 99.3685, down
    })
    void shouldArmAtTheActivationPrice(String side, String mark, Stop.State state, String stop) {
        Trader trader = open(side).price(mark);

        assertThat(trader.plan().stop().state()).isEqualTo(state);
        assertThat(trader.plan().stop().price()).isEqualByComparingTo(stop);
    }

    @ParameterizedTest(name = "{0}: best {1} gives stop {2}")
    @CsvSource({
        "BUY, 105.9, 104.4", // base 1.5 %: 104.3115, up
        "BUY, 106.0, 105.0", // 3 R reached: 1 % of 106 = 104.94, up
        "SELL, 94.1, 95.5", // base: 95.5115, down
        "SELL, 94.0, 94.9" // 3 R reached: 94.94, down
    })
    void shouldTightenFromTheStepThatTheBestPriceReached(String side, String best, String stop) {
        assertThat(open(side).price(best).plan().stop().price()).isEqualByComparingTo(stop);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 103, 101.5, 102", "SELL, 97, 98.4, 98"})
    void shouldNeverLoosenWhenThePriceFallsBack(String side, String best, String stop, String back) {
        Trader trader = open(side).price(best).price(back);

        assertThat(trader.plan().stop().price()).isEqualByComparingTo(stop);
        assertThat(trader.plan().stop().best()).isEqualByComparingTo(best);
    }

    @Test
    void shouldNotRaiseAndFireOnOnePrice() {
        Trader trader = open("BUY").price("110").forget().price("108.8");

        // The stop after 110 is 108.9 (110 * 0.99); 108.8 triggers exactly that stop.
        assertThat(trader.commands()).containsExactly("v3 EXIT 108.9 100 TRAILING_STOP");
    }

    @ParameterizedTest(name = "min step {0}: best {1} sends {2}")
    @CsvSource({
        "0.005, 102.5, false", // stop 101.0 against 100.5 sent: 0.5 < 0.5025
        "0.005, 102.6, true", // stop 101.1: 0.6 >= 0.5025
        "0, 102.1, true" // every strict improvement, here one tick
    })
    void shouldSendAMoveOnceItBeatsTheLastSentByTheMinimumStep(String minStep, String best, boolean sends) {
        Trader trader = new Trader()
                .with(TENTHS)
                .with(Policies.withMinStep(num(minStep)))
                .fill()
                .leverage("5")
                .fills("100", "100")
                .price("102")
                .forget()
                .price(best);

        assertThat(trader.commands()).hasSize(sends ? 1 : 0);
    }

    @Test
    void shouldRoundTheOtherWayWhereRoundingWouldPutTheStopThroughTheMarket() {
        // Tick 5: 1.5 % behind 110 is 108.35. Rounded up it would be 110, at the mark.
        Trader trader = new Trader()
                .with(Trader.instrument("5", "1"))
                .fill()
                .leverage("5")
                .fills("100", "100")
                .price("110");

        assertThat(trader.plan().stop().price()).isEqualByComparingTo("105");
    }

    @Test
    void shouldIgnoreAPriceOlderThanTheNewest() {
        Trader trader = open("BUY");
        long opened = trader.time();
        trader.does(new MarkPrice(Trader.SYMBOL, num("101"), opened + 10)).forget();

        trader.does(new MarkPrice(Trader.SYMBOL, num("90"), opened + 9));

        assertThat(trader.commands()).isEmpty();
        assertThat(trader.state().mark().orElseThrow().price()).isEqualByComparingTo("101");
    }

    @Test
    void shouldNotMoveOrTriggerByAPriceOlderThanTheOpening() {
        Trader trader = open("BUY").forget();

        trader.does(new MarkPrice(Trader.SYMBOL, num("90"), trader.time() - 1));

        assertThat(trader.commands()).isEmpty();
        assertThat(trader.does(new MarkPrice(Trader.SYMBOL, num("90"), trader.time()))
                        .commands())
                .containsExactly("v2 EXIT 98.0 100 STOP_LOSS");
    }

    @Test
    void shouldCountPricesThatLagTheOtherInputs() {
        Trader trader = open("BUY");
        long opened = trader.time();
        DecisionContext context = new DecisionContext(Policy.DEFAULT, TENTHS, ExitContext.NONE);

        assertThat(AnyInput.decide(trader.state(), new MarkPrice(Trader.SYMBOL, num("100"), opened - 10_000), context)
                        .clockSkew())
                .isFalse();
        assertThat(AnyInput.decide(trader.state(), new MarkPrice(Trader.SYMBOL, num("100"), opened - 10_001), context)
                        .clockSkew())
                .isTrue();
    }
}
