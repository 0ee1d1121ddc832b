package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.input.SymbolPositions;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 2.4: leverage, the risk floor and the liquidation guard. */
class LeverageTest {

    private static final Instrument TENTH = Trader.instrument("0.1", "1");

    private static Trader open(String side) {
        Trader trader = new Trader().with(TENTH);
        return trader.fill().side(OrderSide.valueOf(side)).fills("10", "100").forget();
    }

    private static LeverageNotice notice(Trader trader, PositionSide side, String leverage) {
        return new LeverageNotice(Trader.SYMBOL, side, Trader.num(leverage), trader.time());
    }

    @ParameterizedTest(name = "{0}, leverage {1}: {2}")
    @CsvSource({
        // the stop loss is 2.5 % away: as far as the floor of leverage 4
        "BUY, 4, ''",
        "BUY, 5, v2 MOVE 98.0 10 REBASED",
        "BUY, 50, v2 MOVE 99.8 10 REBASED",
        "BUY, 51, v2 EXIT 97.5 10 RISK_FLOOR",
        "SELL, 4, ''",
        "SELL, 5, v2 MOVE 102.0 10 REBASED",
        "SELL, 50, v2 MOVE 100.2 10 REBASED",
        "SELL, 51, v2 EXIT 102.5 10 RISK_FLOOR",
    })
    void shouldApplyTheFloorOnceANoticeTellsTheLeverage(String side, String leverage, String command) {
        Trader trader = open(side);

        trader.does(notice(trader, PositionSide.BOTH, leverage));

        assertThat(String.join("; ", trader.commands())).isEqualTo(command);
        assertThat(trader.view().leverageKnown()).isTrue();
    }

    @Test
    void shouldApplyTheFloorWhenTheContextRises() {
        Trader trader = open("BUY").with(Contexts.leverage("5")).price("100");
        assertThat(trader.commands()).containsExactly("v2 MOVE 98.0 10 REBASED");

        assertThat(trader.with(Contexts.leverage("40")).clock(1_000).commands())
                .containsExactly("v3 MOVE 99.8 10 REBASED");
        assertThat(trader.with(Contexts.leverage("2")).clock(2_000).commands()).isEmpty();
    }

    @Test
    void shouldNotForgetTheLeverageBecauseALaterRecordIsSilent() {
        Trader trader = new Trader().with(TENTH).snapshot("0", "1", "100", "20");
        trader.later(10_000).snapshot("10", "100", "100", "20");
        trader.later(10_000).snapshot("0").forget();

        trader.later(10_000).snapshot(PositionSide.BOTH, "10", Optional.of("100"), Optional.empty(), Optional.empty());

        assertThat(trader.commands()).containsExactly("v1 PLACE 99.5 10 INITIAL_STOP");
    }

    @Test
    void shouldTakeTheHighestOfFillRecordAndContext() {
        Trader trader = new Trader().with(TENTH).with(Contexts.leverage("20"));
        trader.does(notice(trader, PositionSide.BOTH, "10"));

        trader.fill().side(OrderSide.BUY).leverage("5").fills("10", "100");

        assertThat(trader.view().leverage()).isEqualByComparingTo("20");
    }

    @Test
    void shouldTakeTheNewestNoticeForANewPosition() {
        Trader trader = new Trader().with(TENTH);
        trader.does(notice(trader, PositionSide.BOTH, "20"));
        trader.later(1).does(notice(trader, PositionSide.BOTH, "5"));

        trader.fill().side(OrderSide.BUY).fills("10", "100");

        assertThat(trader.view().leverage()).isEqualByComparingTo("5");
    }

    @Test
    void shouldKeepANoticeOfOneSideToThatSide() {
        Trader trader = new Trader().with(TENTH);
        trader.does(notice(trader, PositionSide.LONG, "20"));

        trader.fill().side(OrderSide.BUY).on(PositionSide.LONG).fills("10", "100");
        trader.fill().side(OrderSide.SELL).on(PositionSide.SHORT).fills("10", "100");

        assertThat(trader.commands())
                .containsExactly("v1 PLACE 99.5 10 INITIAL_STOP", "v1 PLACE 102.5 10 INITIAL_STOP");
    }

    @Test
    void shouldAssumeALeverageWhileNoneIsKnown() {
        Trader trader =
                new Trader().with(TENTH).with(Policies.assumingLeverage("20")).buys("10", "100");

        assertThat(trader.commands()).containsExactly("v1 PLACE 99.5 10 INITIAL_STOP");
        assertThat(trader.view().leverage()).isEqualByComparingTo("20");
        assertThat(trader.view().leverageKnown()).isFalse();

        trader.does(notice(trader, PositionSide.BOTH, "5"));
        assertThat(trader.commands()).isEmpty();
        assertThat(trader.view().leverage()).isEqualByComparingTo("5");
    }

    @ParameterizedTest(name = "{0} at {1}x: {2}")
    @CsvSource({
        // 0.10 / (leverage + 0.10) for a long, 0.10 / (leverage - 0.10) for a short
        "BUY, 10, 99.01",
        "SELL, 10, 101.01",
        "BUY, 4.9, 98.00",
        "SELL, 5.1, 102.00",
        "BUY, 3, 97.50",
        "SELL, 3, 102.50",
    })
    void shouldFloorAnInverseContractByItsLossInCoin(String side, String leverage, String stop) {
        Instrument inverse = new Instrument(
                Trader.num("0.01"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Trader.num("100"),
                true);
        Trader trader = new Trader().with(inverse);

        trader.fill().side(OrderSide.valueOf(side)).leverage(leverage).fills("10", "100");

        assertThat(trader.plan().stop().price()).isEqualByComparingTo(stop);
    }

    private static Trader row(Trader trader, String amount, String mark, String liquidation) {
        return trader.later(5_000)
                .does(new Snapshot(
                        Trader.SYMBOL,
                        PositionSide.BOTH,
                        Trader.num(amount),
                        Optional.of(Trader.num("100")),
                        Optional.of(Trader.num(mark)),
                        Optional.empty(),
                        Optional.of(Trader.num(liquidation)),
                        trader.time(),
                        trader.time()));
    }

    @ParameterizedTest(name = "{0}, liquidation at {3}: {4}")
    @CsvSource({
        // the stop is at 97.5 or 102.5; a tenth of the way from the liquidation to the entry is kept
        "BUY, 10, 100, 97.2, ''",
        "BUY, 10, 100, 97.3, v2 MOVE 97.6 10 LIQUIDATION",
        "BUY, 10, 100, 99, v2 MOVE 99.1 10 LIQUIDATION",
        "BUY, 10, 99.1, 99, v2 EXIT 97.5 10 LIQUIDATION",
        "BUY, 10, 100, 100, ''",
        "BUY, 10, 100, 101, ''",
        "SELL, -10, 100, 102.8, ''",
        "SELL, -10, 100, 102.7, v2 MOVE 102.4 10 LIQUIDATION",
        "SELL, -10, 100, 101, v2 MOVE 100.9 10 LIQUIDATION",
        "SELL, -10, 100.9, 101, v2 EXIT 102.5 10 LIQUIDATION",
        "SELL, -10, 100, 100, ''",
        "SELL, -10, 100, 99, ''",
    })
    void shouldKeepTheStopBeforeTheLiquidation(
            String side, String amount, String mark, String liquidation, String command) {
        Trader trader = row(open(side), amount, mark, liquidation);

        assertThat(String.join("; ", trader.commands())).isEqualTo(command);
    }

    @Test
    void shouldPlaceTheFirstStopOfAnOrphanBeforeItsLiquidation() {
        Trader trader = row(new Trader().with(TENTH), "10", "100", "99");

        assertThat(trader.commands()).containsExactly("v1 PLACE 99.1 10 INITIAL_STOP");
        assertThat(trader.view().stopLoss().price()).contains(Trader.num("99.1"));
    }

    @Test
    void shouldIgnoreTheLiquidationWhenTheGuardIsOff() {
        Trader trader = open("BUY");
        Trader unguarded = new Trader().with(TENTH).with(Policies.withoutLiquidationGuard());
        unguarded.buys("10", "100").forget();

        assertThat(row(unguarded, "10", "100", "99").commands()).isEmpty();
        assertThat(row(trader, "10", "100", "99").commands()).hasSize(1);
    }

    @Test
    void shouldExitForTheRiskFloorWithoutAPrice() {
        Trader trader = new Trader().with(TENTH).snapshot("10");
        assertThat(trader.events()).containsExactly(ExitEvent.Kind.UNPROTECTED);

        trader.with(Contexts.leverage("100")).clock(1_000);

        assertThat(trader.commands()).containsExactly("v1 EXIT - 10 RISK_FLOOR");
    }

    @Test
    void shouldKeepTheToldLeverageInTheTableThatFillsAreJoinedWith() {
        SymbolPositions told = SymbolPositions.NONE
                .with(snapshot(Optional.of(Trader.num("20")), 1))
                .with(snapshot(Optional.empty(), 2));
        assertThat(told.both().flatMap(Snapshot::leverage)).contains(Trader.num("20"));

        SymbolPositions noticed = told.with(new LeverageNotice(Trader.SYMBOL, PositionSide.BOTH, Trader.num("5"), 3));
        assertThat(noticed.both().flatMap(Snapshot::leverage)).contains(Trader.num("5"));

        SymbolPositions ofOneSide =
                noticed.with(new LeverageNotice(Trader.SYMBOL, PositionSide.LONG, Trader.num("9"), 4));
        assertThat(ofOneSide).isEqualTo(noticed);
    }

    private static Snapshot snapshot(Optional<BigDecimal> leverage, long time) {
        return new Snapshot(
                Trader.SYMBOL, PositionSide.BOTH, BigDecimal.ONE, Optional.empty(), Optional.empty(), leverage, time);
    }
}
