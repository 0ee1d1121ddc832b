package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.demo.exchange.ReceivedCommand.Action;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stops, exits and take-profit legs on the paper exchange. */
class OrderExecutorTest extends ExchangeFixture {

    @ParameterizedTest
    @CsvSource({
        "1, 989.99, 1", "1, 990.00, 1", "1, 990.01, 0",
        "-1, 1010.01, 1", "-1, 1010.00, 1", "-1, 1009.99, 0"
    })
    void shouldFireAStopWhenTheMarkReachesIt(int sign, String mark, int fired) {
        hold(sign, "2");
        place(1, "2", sign > 0 ? "990" : "1010");

        mark(mark);

        assertThat(recorded.trades).hasSize(fired);
        assertThat(recorded.statuses())
                .isEqualTo(
                        fired == 1 ? List.of(PLAN + "-1 ACCEPTED", PLAN + "-1 FILLED") : List.of(PLAN + "-1 ACCEPTED"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void shouldFillEachLegOnceEvenIfTheNextRevisionStillShowsItOpen(int sign) {
        hold(sign, "10");
        ReceivedPlan plan = plan(sign, leg(1, sign, 10, "2.5", true), leg(2, sign, 20, "2.5", false));
        exchange.plan(plan);

        mark(price(sign, 12));
        exchange.plan(plan);
        mark(price(sign, 15));

        assertThat(position()).isEqualByComparingTo(signed(sign, "7.5"));
        mark(price(sign, 25));
        mark(price(sign, 26));
        exchange.plan(plan);
        mark(price(sign, 27));
        assertThat(position()).isEqualByComparingTo(signed(sign, "5"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void shouldFillALimitLegAtItsPriceAndAMarketLegAtTheNextMark(int sign) {
        hold(sign, "10");
        exchange.plan(plan(sign, leg(1, sign, 10, "2", true), leg(2, sign, 20, "3", false)));

        mark(price(sign, 10));
        assertThat(position()).as("a touch is not enough").isEqualByComparingTo(signed(sign, "10"));
        mark(price(sign, 21));
        assertThat(position()).as("the market order is sent").isEqualByComparingTo(signed(sign, "8"));
        mark(price(sign, 22));

        assertThat(recorded.fills.subList(1, 3))
                .satisfiesExactly(
                        limit -> assertThat(limit.price()).isEqualByComparingTo(price(sign, 10)),
                        market -> assertThat(market.price()).isEqualByComparingTo(price(sign, 22)));
        assertThat(recorded.fills.subList(1, 3)).allMatch(ExchangeFill::reduceOnly);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void shouldNeverCloseMoreThanIsOpen(int sign) {
        hold(sign, "2");
        exchange.plan(plan(sign, leg(1, sign, 10, "1.5", true), leg(2, sign, 10, "5", false)));

        mark(price(sign, 11));
        mark(price(sign, 12));
        exit(1, "9");

        assertThat(position()).isZero();
        assertThat(recorded.fills)
                .extracting(ExchangeFill::quantity)
                .map(BigDecimal::toPlainString)
                .containsExactly("2", "1.5", "0.5");
        assertThat(recorded.trades).hasSize(1);
    }

    @Test
    void shouldCapAStopThatIsLargerThanThePosition() {
        hold(1, "2");
        place(1, "5", "990");

        mark("980");

        assertThat(position()).isZero();
        assertThat(recorded.fills.get(1).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void shouldIgnoreALowerVersion() {
        hold(1, "2");
        place(3, "2", "995");

        place(2, "2", "900");
        mark("994");

        assertThat(position()).isZero();
        assertThat(recorded.statuses()).containsExactly(PLAN + "-3 ACCEPTED", PLAN + "-3 FILLED");
    }

    @Test
    void shouldAnswerARepeatedStopOnlyOnce() {
        hold(1, "2");

        place(1, "2", "990");
        place(1, "2", "990");

        assertThat(recorded.statuses()).containsExactly(PLAN + "-1 ACCEPTED");
    }

    @Test
    void shouldCarryOutARepeatedExitForWhatIsStillOpen() {
        hold(1, "3");
        exit(4, "2");

        exit(4, "1");
        exit(4, "1");

        assertThat(position()).isZero();
        assertThat(recorded.fills).hasSize(3);
        assertThat(recorded.statuses()).containsExactly(PLAN + "-4 FILLED", PLAN + "-4 FILLED");
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "1, 1000.01", "-1, 1000", "-1, 999.99"})
    void shouldRejectAStopThatTheMarkHasPassedAndKeepTheOldOne(int sign, String through) {
        hold(sign, "2");
        place(1, "2", price(sign, -50));

        place(2, "2", through);
        assertThat(recorded.statuses()).last().isEqualTo(PLAN + "-2 REJECTED");
        mark(price(sign, -50));

        assertThat(recorded.statuses()).last().isEqualTo(PLAN + "-1 FILLED");
    }

    @Test
    void shouldRejectAStopOfTheWrongSide() {
        hold(1, "2");

        exchange.command(command(1, Action.PLACE, TradeSide.BUY, "2", "1010"), nowMs);

        assertThat(recorded.statuses()).containsExactly(PLAN + "-1 REJECTED");
    }

    @Test
    void shouldNotFireACanceledStop() {
        hold(1, "2");
        place(1, "2", "990");

        exchange.command(command(2, Action.CANCEL, TradeSide.SELL, "", ""), nowMs);
        mark("900");

        assertThat(position()).isEqualByComparingTo("2");
        assertThat(recorded.statuses()).last().isEqualTo(PLAN + "-2 CANCELED");
    }

    @Test
    void shouldNotLetALatePlanOrCommandTouchTheNextPosition() {
        hold(1, "2");
        ReceivedPlan old = plan(1, leg(1, 1, 10, "1", true));
        exchange.plan(old);
        place(1, "2", "990");
        mark("990");
        hold(1, "5");

        exchange.plan(old);
        place(2, "2", "989");
        exit(3, "2");
        mark("1011");

        assertThat(position()).isEqualByComparingTo("5");
        assertThat(recorded.statuses()).endsWith(PLAN + "-2 REJECTED", PLAN + "-3 FILLED");
    }
}
