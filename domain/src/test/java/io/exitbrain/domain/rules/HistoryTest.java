package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 3, history: a MOVE of the trail that comes of an old record is withheld. Entry 100, 5x, 100 open: d 0.02, R 2, armed at 2 R. */
class HistoryTest {

    private static final long HISTORY_MS = 2_001;

    private static Trader open(String side) {
        return new Trader()
                .with(Trader.instrument("0.1", "1"))
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("5")
                .fills("100", "100")
                .forget();
    }

    /** Two prices of history have moved the stop to 102.5 (LONG) or 97.4 (SHORT); the stop that was sent is 98.0 or 102.0. */
    private static Trader withholding(String side) {
        boolean isLong = side.equals("BUY");
        return open(side).aged(HISTORY_MS).price(isLong ? "102" : "98").price(isLong ? "104" : "96");
    }

    @ParameterizedTest(name = "{0}: a record {1} ms old sends {2}")
    @CsvSource({
        "BUY, -5000, v2 MOVE 100.5 100 TRAIL",
        "BUY, 1999, v2 MOVE 100.5 100 TRAIL",
        "BUY, 2000, v2 MOVE 100.5 100 TRAIL",
        "BUY, 2001,",
        "SELL, -5000, v2 MOVE 99.4 100 TRAIL",
        "SELL, 1999, v2 MOVE 99.4 100 TRAIL",
        "SELL, 2000, v2 MOVE 99.4 100 TRAIL",
        "SELL, 2001,"
    })
    void shouldWithholdAMoveOfARecordThatIsTooOld(String side, long ageMs, String sent) {
        Trader trader = open(side).aged(ageMs).price(side.equals("BUY") ? "102" : "98");

        assertThat(trader.commands())
                .isEqualTo(Optional.ofNullable(sent).stream().toList());
        assertThat(trader.plan().stop().price()).isEqualByComparingTo(side.equals("BUY") ? "100.5" : "99.4");
    }

    @Test
    void shouldWithholdNothingWhereThePolicyKnowsNoHistory() {
        StopPolicy stop = StopPolicy.DEFAULT;
        Trader trader = open("BUY")
                .with(Policies.with(Policies.present(stop, Optional.empty())))
                .aged(86_400_000);

        assertThat(trader.price("102").commands()).containsExactly("v2 MOVE 100.5 100 TRAIL");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 102.5", "SELL, 97.4"})
    void shouldWithholdEveryMoveOfHistoryAndTellOfNone(String side, String stop) {
        Trader trader = withholding(side);

        assertThat(trader.commands()).isEmpty();
        assertThat(trader.events()).containsExactly(ExitEvent.Kind.ARMED);
        assertThat(trader.plan().stop().price()).isEqualByComparingTo(stop);
        assertThat(trader.plan().sent().version()).isEqualTo(1);
        assertThat(trader.plan().withholdsMove(side.equals("BUY") ? Side.LONG : Side.SHORT))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BUY, 103, 102.5", "SELL, 97, 97.4"})
    void shouldSendTheLastStopWithTheNextRecordOfThePresent(String side, String price, String stop) {
        Trader trader = withholding(side).aged(2_000).price(price);

        assertThat(trader.commands()).containsExactly("v2 MOVE " + stop + " 100 TRAIL");
        assertThat(trader.events()).containsExactly(ExitEvent.Kind.ARMED, ExitEvent.Kind.STOP_MOVED);
        assertThat(trader.price(price).commands()).as("once").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BUY, 102.5", "SELL, 97.4"})
    void shouldSendTheLastStopByTheClockWhateverTheAgeOfTheNewestRecord(String side, String stop) {
        Trader trader = withholding(side).aged(86_400_000).clock(1_000);

        assertThat(trader.commands()).containsExactly("v2 MOVE " + stop + " 100 TRAIL");
        assertThat(trader.clock(2_000).commands()).as("once").isEmpty();
    }

    @Test
    void shouldSendAWithheldMoveWithAnyRecordOfThePresent() {
        Trader trader = withholding("BUY").aged(0).report("other-1", ExecutionReport.Status.ACCEPTED);

        assertThat(trader.commands()).containsExactly("v2 MOVE 102.5 100 TRAIL");
    }

    @ParameterizedTest(name = "{0}: mark {1} of history fires: {2}")
    @CsvSource({
        "BUY, 102.6, false",
        "BUY, 102.5, true",
        "BUY, 102.4, true",
        "SELL, 97.3, false",
        "SELL, 97.4, true",
        "SELL, 97.5, true"
    })
    void shouldExitAtOnceAtTheStopThatWasNotSent(String side, String mark, boolean fires) {
        Trader trader = withholding(side).price(mark);

        String stop = side.equals("BUY") ? "102.5" : "97.4";
        assertThat(trader.commands()).isEqualTo(fires ? List.of("v2 EXIT " + stop + " 100 TRAILING_STOP") : List.of());
    }

    @Test
    void shouldPlaceTheFirstStopOfHistoryAtOnce() {
        Trader trader = new Trader()
                .aged(HISTORY_MS)
                .with(Trader.instrument("0.1", "1"))
                .fill()
                .leverage("5")
                .fills("100", "100");

        assertThat(trader.commands()).containsExactly("v1 PLACE 98.0 100 INITIAL_STOP");
    }

    @Test
    void shouldCancelAtOnceWhenHistoryClosesThePosition() {
        assertThat(withholding("BUY").later(3_000).sells("100", "103").commands())
                .containsExactly("v2 CANCEL - - POSITION_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL, 103, 102.5", "SELL, BUY, 97, 97.4"})
    void shouldCarryTheWithheldStopWithAQuantityThatHistoryChanges(
            String side, String closing, String price, String stop) {
        Trader trader = withholding(side)
                .later(3_000)
                .fill()
                .side(OrderSide.valueOf(closing))
                .fills("40", price);

        assertThat(trader.commands()).containsExactly("v2 MOVE " + stop + " 60 TRAIL");
    }

    @Test
    void shouldResizeAtOnceWhereNoMoveIsWithheld() {
        assertThat(open("BUY").aged(HISTORY_MS).later(3_000).sells("40", "100").commands())
                .containsExactly("v2 RESIZE 98.0 60 POSITION_REDUCED");
    }

    @Test
    void shouldSendARebasedStopOfHistoryAtOnce() {
        Trader trader = open("BUY").aged(HISTORY_MS).later(3_000).buys("100", "101");

        assertThat(trader.commands()).containsExactly("v2 MOVE 98.5 200 REBASED");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 100, 99.0", "SELL, -100, 101.0"})
    void shouldSendAStopOfTheRiskFloorAtOnceWhereTheQuantityStays(String side, String amount, String stop) {
        Trader trader = open(side).aged(HISTORY_MS).later(3_000).snapshot(amount, "100", "100", "10");

        assertThat(trader.commands()).containsExactly("v2 MOVE " + stop + " 100 REBASED");
    }

    @Test
    void shouldSendTheWithheldStopWhereAFailedStopIsSentAgain() {
        Trader trader = open("BUY");
        String first = trader.plan().identity().planId() + "-1";
        trader.report(first, ExecutionReport.Status.REJECTED).forget();

        trader.aged(HISTORY_MS).price("102");
        assertThat(trader.commands()).as("not before it is due").isEmpty();

        trader.later(5_000).price("102.1");
        assertThat(trader.commands()).containsExactly("v2 PLACE 100.6 100 INITIAL_STOP");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 102, 103, 103.1, 101.6", "SELL, 98, 97, 96.9, 98.3"})
    void shouldSendTheWithheldStopOnceARejectedMoveIsDueAgain(
            String side, String first, String second, String third, String stop) {
        Trader trader = open(side);
        String plan = trader.plan().identity().planId();
        trader.report(plan + "-1", ExecutionReport.Status.ACCEPTED).price(first);
        trader.report(plan + "-2", ExecutionReport.Status.REJECTED).forget();

        assertThat(trader.aged(HISTORY_MS).price(second).commands())
                .as("not due")
                .isEmpty();

        assertThat(trader.later(5_000).price(third).commands()).containsExactly("v3 MOVE " + stop + " 100 TRAIL");
    }

    @Test
    void shouldNeverLoosenAndLeaveNoGapInTheVersionsWhenHistoryComesAndGoes() {
        Trader trader = withholding("BUY").aged(0).price("103.9");
        trader.aged(HISTORY_MS).price("105").price("107").aged(0).price("106.5");
        trader.aged(HISTORY_MS).price("106");

        assertThat(trader.commands())
                .containsExactly(
                        "v2 MOVE 102.5 100 TRAIL", "v3 MOVE 106.0 100 TRAIL", "v4 EXIT 106.0 100 TRAILING_STOP");
    }

    @Test
    void shouldKnowTwoSecondsOfPresentByDefault() {
        assertThat(Policy.DEFAULT.stop().presentMs()).contains(2_000L);
    }
}
