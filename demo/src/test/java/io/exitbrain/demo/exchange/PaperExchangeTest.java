package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.demo.exchange.Commanded.Action;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperExchangeTest {

    private static final String ETH = "ETHUSDT";
    private static final String PLAN = "7Q2M4XK0H3ZD9A1B";

    private final Heard heard = new Heard();
    private PaperExchange exchange = new PaperExchange(Listings.all(), heard);
    private long nowMs;

    @BeforeEach
    void markAt1000() {
        mark("1000");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 989.99, 1", "1, 990.00, 1", "1, 990.01, 0",
        "-1, 1010.01, 1", "-1, 1010.00, 1", "-1, 1009.99, 0"
    })
    void shouldFireAStopWhenTheMarkReachesIt(int sign, String mark, int fired) {
        hold(sign, "2");
        place(1, "2", sign > 0 ? "990" : "1010");

        mark(mark);

        assertThat(heard.trades).hasSize(fired);
        assertThat(heard.statuses())
                .isEqualTo(
                        fired == 1 ? List.of(PLAN + "-1 ACCEPTED", PLAN + "-1 FILLED") : List.of(PLAN + "-1 ACCEPTED"));
    }

    @ParameterizedTest
    @CsvSource({"1, 900, -200.00", "-1, 900, 200.00", "1, 1100, 200.00", "-1, 1100, -200.00"})
    void shouldRealiseProfitWithTheSignOfTheSide(int sign, String mark, String profit) {
        hold(sign, "2");
        mark(mark);

        exit(1, "2");

        assertThat(heard.trades).singleElement().satisfies(trade -> {
            assertThat(trade.profit()).isEqualByComparingTo(profit);
            assertThat(trade.quantity()).isEqualByComparingTo(signed(sign, "2"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void shouldFillEachLegOnceEvenIfTheNextRevisionStillShowsItOpen(int sign) {
        hold(sign, "10");
        Planned plan = plan(sign, leg(1, sign, 10, "2.5", true), leg(2, sign, 20, "2.5", false));
        exchange.plan(plan);

        mark(price(sign, 12));
        exchange.plan(plan);
        mark(price(sign, 15));

        assertThat(position()).isEqualByComparingTo(signed(sign, "7.5"));
        mark(price(sign, 25));
        assertThat(position()).isEqualByComparingTo(signed(sign, "5"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void shouldFillALimitLegAtItsPriceAndAMarketLegAtTheMark(int sign) {
        hold(sign, "10");
        exchange.plan(plan(sign, leg(1, sign, 10, "2", true), leg(2, sign, 20, "3", false)));

        mark(price(sign, 22));

        assertThat(heard.fills.subList(1, 3))
                .satisfiesExactly(
                        limit -> assertThat(limit.price()).isEqualByComparingTo(price(sign, 10)),
                        market -> assertThat(market.price()).isEqualByComparingTo(price(sign, 22)));
        assertThat(heard.fills.subList(1, 3)).allMatch(Fill::reduceOnly);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void shouldNeverCloseMoreThanIsOpen(int sign) {
        hold(sign, "2");
        exchange.plan(plan(sign, leg(1, sign, 10, "1.5", true), leg(2, sign, 10, "5", false)));

        mark(price(sign, 11));
        exit(1, "9");

        assertThat(position()).isZero();
        assertThat(heard.fills)
                .extracting(Fill::quantity)
                .map(BigDecimal::toPlainString)
                .containsExactly("2", "1.5", "0.5");
        assertThat(heard.trades).hasSize(1);
    }

    @Test
    void shouldCapAStopThatIsLargerThanThePosition() {
        hold(1, "2");
        place(1, "5", "990");

        mark("980");

        assertThat(position()).isZero();
        assertThat(heard.fills.get(1).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void shouldIgnoreALowerVersion() {
        hold(1, "2");
        place(3, "2", "995");

        place(2, "2", "900");
        mark("994");

        assertThat(position()).isZero();
        assertThat(heard.statuses()).containsExactly(PLAN + "-3 ACCEPTED", PLAN + "-3 FILLED");
    }

    @Test
    void shouldAnswerARepeatedStopOnlyOnce() {
        hold(1, "2");

        place(1, "2", "990");
        place(1, "2", "990");

        assertThat(heard.statuses()).containsExactly(PLAN + "-1 ACCEPTED");
    }

    @Test
    void shouldCarryOutARepeatedExitForWhatIsStillOpen() {
        hold(1, "3");
        exit(4, "2");

        exit(4, "1");
        exit(4, "1");

        assertThat(position()).isZero();
        assertThat(heard.fills).hasSize(3);
        assertThat(heard.statuses()).containsExactly(PLAN + "-4 FILLED", PLAN + "-4 FILLED");
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "1, 1000.01", "-1, 1000", "-1, 999.99"})
    void shouldRejectAStopThatTheMarkHasPassedAndKeepTheOldOne(int sign, String through) {
        hold(sign, "2");
        place(1, "2", price(sign, -50));

        place(2, "2", through);
        assertThat(heard.statuses()).last().isEqualTo(PLAN + "-2 REJECTED");
        mark(price(sign, -50));

        assertThat(heard.statuses()).last().isEqualTo(PLAN + "-1 FILLED");
    }

    @Test
    void shouldRejectAStopOfTheWrongSide() {
        hold(1, "2");

        exchange.command(command(1, Action.PLACE, OrderSide.BUY, "2", "1010"), nowMs);

        assertThat(heard.statuses()).containsExactly(PLAN + "-1 REJECTED");
    }

    @Test
    void shouldForgetACanceledStop() {
        hold(1, "2");
        place(1, "2", "990");

        exchange.command(command(2, Action.CANCEL, OrderSide.SELL, "", ""), nowMs);
        mark("900");

        assertThat(position()).isEqualByComparingTo("2");
        assertThat(heard.statuses()).last().isEqualTo(PLAN + "-2 CANCELED");
    }

    @Test
    void shouldNotLetALatePlanOrCommandTouchTheNextPosition() {
        hold(1, "2");
        Planned old = plan(1, leg(1, 1, 10, "1", true));
        exchange.plan(old);
        place(1, "2", "990");
        mark("990");
        hold(1, "5");

        exchange.plan(old);
        place(2, "2", "989");
        exit(3, "2");
        mark("1011");

        assertThat(position()).isEqualByComparingTo("5");
        assertThat(heard.statuses()).endsWith(PLAN + "-2 REJECTED", PLAN + "-3 FILLED");
    }

    @Test
    void shouldRetireThePlanOfAPositionThatFlips() {
        hold(1, "2");
        exchange.plan(plan(1, leg(1, 1, 10, "1", true)));
        place(1, "2", "990");

        exchange.order(ETH, new BigDecimal("-5"), nowMs);
        mark("995");

        assertThat(position()).isEqualByComparingTo("-3");
        assertThat(heard.trades).hasSize(1);
        assertThat(heard.fills).extracting(Fill::fillId).containsExactly("1", "2", "3");
    }

    @Test
    void shouldTellAPositionAfterEachChangeAndOnlyThen() {
        hold(1, "2");

        exchange.publishChanges(7);
        exchange.publishChanges(8);

        assertThat(heard.snapshots).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.position().quantity()).isEqualByComparingTo("2");
            assertThat(snapshot.timeMs()).isEqualTo(7);
        });
    }

    @Test
    void shouldGiveEveryWordAboutASymbolATimeOfItsOwn() {
        nowMs = 10;
        hold(1, "2");
        exchange.publishChanges(nowMs);
        exchange.order(ETH, BigDecimal.ONE, nowMs);

        assertThat(heard.fills).extracting(Fill::timeMs).containsExactly(10L, 12L);
        assertThat(heard.snapshots).extracting(Snapshot::timeMs).containsExactly(11L);
    }

    @Test
    void shouldAverageTheEntryOfAnAdd() {
        hold(1, "1");
        mark("1100");
        hold(1, "3");

        assertThat(exchange.position(ETH).entry()).isEqualByComparingTo("1075");
    }

    @Test
    void shouldNotKnowASymbolThatIsNotListed() {
        assertThatThrownBy(() -> exchange.order("LUNAUSDT", BigDecimal.ONE, nowMs))
                .hasMessage("not listed: LUNAUSDT");
    }

    private void hold(int sign, String quantity) {
        exchange.order(ETH, signed(sign, quantity), nowMs);
    }

    private void mark(String price) {
        exchange.price(ETH, new BigDecimal(price), ++nowMs);
    }

    private BigDecimal position() {
        return exchange.position(ETH).quantity();
    }

    private void place(int version, String quantity, String stop) {
        exchange.command(command(version, Action.PLACE, closing(), quantity, stop), nowMs);
    }

    private void exit(int version, String quantity) {
        exchange.command(command(version, Action.EXIT, closing(), quantity, ""), nowMs);
    }

    private OrderSide closing() {
        return position().signum() < 0 ? OrderSide.BUY : OrderSide.SELL;
    }

    private static Commanded command(int version, Action action, OrderSide side, String quantity, String stop) {
        return new Commanded(
                PLAN + "-" + version,
                PLAN,
                version,
                ETH,
                action,
                "TRAIL",
                side,
                decimal(quantity),
                decimal(stop),
                Optional.empty());
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static Planned plan(int sign, Planned.Leg... legs) {
        return new Planned(PLAN, ETH, sign > 0 ? "LONG" : "SHORT", "FILL", "scaled_tp", legs.length, List.of(legs));
    }

    private static Planned.Leg leg(int index, int sign, int profit, String quantity, boolean limit) {
        return new Planned.Leg(index, new BigDecimal(price(sign, profit)), new BigDecimal(quantity), limit);
    }

    /** A price so far on the winning side of 1000. */
    private static String price(int sign, int profit) {
        return Integer.toString(1000 + sign * profit);
    }

    private static BigDecimal signed(int sign, String quantity) {
        return new BigDecimal(quantity).multiply(BigDecimal.valueOf(sign));
    }
}
