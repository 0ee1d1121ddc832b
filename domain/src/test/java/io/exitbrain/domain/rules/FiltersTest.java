package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 3, filters: new or late filters reach a living plan before anything else is decided. */
class FiltersTest {

    private static Trader open(String side, Instrument instrument, String quantity, String entry) {
        return new Trader()
                .with(instrument)
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("1")
                .fills(quantity, entry)
                .forget();
    }

    @ParameterizedTest(name = "{0} at {1}: {3}")
    @CsvSource({
        // the first stop is 2.5 % away: 97.98425 and 102.33075
        "BUY, 100.497, 100.6, v2 MOVE 97.99 10 REBASED",
        "SELL, 99.834, 99.7, v2 MOVE 102.32 10 REBASED",
        // it is a multiple of the new tick already
        "BUY, 100, 100.1, ''",
        "SELL, 100, 99.9, ''",
    })
    void shouldRoundTheStopOfALivingPlanTowardsTheMarket(String side, String entry, String mark, String command) {
        Trader trader = open(side, Instrument.UNKNOWN, "10", entry);

        trader.with(Trader.instrument("0.01", "1")).price(mark);

        assertThat(String.join("; ", trader.commands())).isEqualTo(command);
        assertThat(trader.view().quantised()).isTrue();
    }

    @ParameterizedTest(name = "{0}, mark {1}: {2}")
    @CsvSource({
        // the stop of 97.5 or 102.5 on a tick of 1 is 98 or 102: it needs room before the mark
        "BUY, 98, ''",
        "BUY, 98.1, v2 MOVE 98 10 REBASED",
        "SELL, 102, ''",
        "SELL, 101.9, v2 MOVE 102 10 REBASED",
    })
    void shouldWaitForRoomBeforeTheMark(String side, String mark, String command) {
        Trader trader = open(side, Trader.instrument("0.5", "1"), "10", "100").price(mark);

        trader.with(Trader.instrument("1", "1")).clock(1_000);

        assertThat(String.join("; ", trader.commands())).isEqualTo(command);
        trader.price(side.equals("BUY") ? "98.5" : "101.5").clock(1_000);
        assertThat(trader.plan().stop().price()).isEqualByComparingTo(side.equals("BUY") ? "98" : "102");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 105, v2 MOVE 103.43 10 TRAIL", "SELL, 95, v2 MOVE 96.42 10 TRAIL"})
    void shouldTrailOnTheNewTickWithTheReasonOfTheLevel(String side, String mark, String command) {
        Trader trader = open(side, Instrument.UNKNOWN, "10", "100.003");

        trader.with(Trader.instrument("0.01", "1")).price(mark);

        assertThat(trader.commands()).containsExactly(command);
    }

    @ParameterizedTest
    @CsvSource({"BUY, v2 PLACE 97.99 10 INITIAL_STOP", "SELL, v2 PLACE 103.00 10 INITIAL_STOP"})
    void shouldSendARejectedStopAgainAtALegalPrice(String side, String command) {
        Trader trader = open(side, Instrument.UNKNOWN, "10", "100.497");
        String id = trader.plan().identity().planId() + "-1";
        trader.report(id, ExecutionReport.Status.REJECTED).forget();

        trader.with(Trader.instrument("0.01", "1")).clock(5_000);

        assertThat(trader.commands()).containsExactly(command);
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL, 101.3", "SELL, BUY, 98.7"})
    void shouldNotShareOutTheLegsAgain(String side, String closing, String price) {
        Trader trader = open(side, Trader.instrument("0.1", "0.01"), "1", "100").price(price);
        Instrument stricter = new Instrument(Trader.num("0.1"), Trader.num("0.01"), BigDecimal.ZERO, Trader.num("5"));

        trader.with(stricter)
                .later(1_000)
                .fill()
                .side(OrderSide.valueOf(closing))
                .fills("0.20", price);
        assertThat(trader.view().legs())
                .extracting(leg -> leg.quantity() + " " + leg.status())
                .containsExactly("0.25 OPEN", "0.25 OPEN", "0.50 OPEN");

        trader.with(Trader.instrument("0.1", "0.01"))
                .later(1_000)
                .fill()
                .side(OrderSide.valueOf(closing))
                .fills("0.05", price);
        assertThat(trader.view().legs().get(0).status()).isEqualTo(Leg.LegStatus.FILLED);
        assertThat(trader.plan().stop().price()).isEqualByComparingTo("100");
    }

    @Test
    void shouldFloorTheQuantityOfALegAndMergeALegOfLessThanAStep() {
        Trader trader = open("BUY", Trader.instrument("0.1", "0.01"), "1", "100");

        trader.with(Trader.instrument("0.1", "0.3")).price("100.1");

        assertThat(trader.view().legs())
                .extracting(ExitPlan.LegView::quantity)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(Trader.num("0.3"), Trader.num("0.3"));
        assertThat(trader.view().legs()).extracting(ExitPlan.LegView::index).containsExactly(2, 3);
    }

    @Test
    void shouldCompareFiltersByValue() {
        Trader trader = open("BUY", Trader.instrument("0.1", "0.01"), "1", "100");

        trader.with(Trader.instrument("0.10", "0.010")).price("100.1");

        assertThat(trader.events()).isEmpty();
        assertThat(trader.plans()).isEmpty();
    }

    @Test
    void shouldKeepTheFiltersThatAreRemoved() {
        Trader trader = open("BUY", Trader.instrument("0.1", "0.01"), "1", "100");

        trader.with(Instrument.UNKNOWN).price("103.333");

        assertThat(trader.commands()).containsExactly("v2 MOVE 101.8 1.00 TRAIL");
    }

    @ParameterizedTest(name = "{0} of step {1}: {2}")
    @CsvSource({"10.61, 0.1, v2 EXIT 97.5 10.6 STOP_LOSS", "10.60, 0.1, v2 EXIT 97.5 10.6 STOP_LOSS"})
    void shouldExitALegalQuantity(String quantity, String step, String command) {
        Trader trader = open("BUY", Trader.instrument("0.1", "0.01"), quantity, "100");

        trader.with(Trader.instrument("0.1", step)).price("97.4");

        assertThat(trader.commands()).containsExactly(command);
        assertThat(trader.events()).containsOnlyOnce(ExitEvent.Kind.TRIGGERED);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 98", "SELL, 102"})
    void shouldTakeTheLotStepWhileTheTickWaits(String side, String mark) {
        Trader trader =
                open(side, Trader.instrument("0.5", "1"), "17.05", "100").price(mark);

        trader.with(Trader.instrument("1", "0.01")).clock(1_000);

        assertThat(trader.commands())
                .singleElement()
                .asString()
                .contains("RESIZE")
                .contains(" 17.05 ");
    }
}
