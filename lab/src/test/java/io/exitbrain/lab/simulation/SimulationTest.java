package io.exitbrain.lab.simulation;

import static io.exitbrain.lab.simulation.Recording.FREE;
import static io.exitbrain.lab.simulation.Recording.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trades that are computed by hand. By default a LONG at 100 has its stop at 97.5, so 1 R is 2.5, a LIMIT leg of a quarter at 101.25, MARKET
 * legs of a quarter at 102.5 and of a half at 105, and its trail of 1.5 % is armed at 102.5.
 */
class SimulationTest {

    private static final org.assertj.core.data.Offset<Double> EXACT = within(1e-9);

    private static Costs withLatency(long latencyMs) {
        return new Costs(
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, latencyMs);
    }

    private static Recording longAt100() {
        return new Recording().mark("100.00", 0).fill("BUY", "1", "100.00", 500);
    }

    private static Recording shortAt100() {
        return new Recording().mark("100.00", 0).fill("SELL", "1", "100.00", 500);
    }

    @Test
    void shouldFillAStopAtTheFirstMarkBeyondIt() {
        Trade trade =
                longAt100().marks(1_000, "99.00", "97.51", "97.40", "99.00").trade();

        assertThat(trade.ending().exit()).isEqualTo(Exit.STOP);
        assertThat(trade.ending().price()).isEqualTo(97.40);
        assertThat(trade.ending().time()).isEqualTo(START + 3_000);
        assertThat(trade.result()).isEqualTo(-2.6 / 2.5, EXACT);
        assertThat(trade.path().worst()).isEqualTo(-2.6 / 2.5, EXACT);
        assertThat(trade.path().best()).isZero();
    }

    @Test
    void shouldFillTheStopOfAShortAtTheFirstMarkBeyondIt() {
        Trade trade = shortAt100().marks(1_000, "101.00", "102.49", "102.60").trade();

        assertThat(trade.ending().exit()).isEqualTo(Exit.STOP);
        assertThat(trade.result()).isEqualTo(-2.6 / 2.5, EXACT);
    }

    @Test
    void shouldFillAStopAtTheMarkAfterAGapAndNeverAtItsOwnPrice() {
        Trade trade = longAt100().marks(1_000, "100.10", "90.00").trade();

        assertThat(trade.ending().price()).isEqualTo(90.00);
        assertThat(trade.result()).isEqualTo(-4, EXACT);
    }

    @Test
    void shouldFillALimitLegOnlyOnceTheMarkHasPassedItByATick() {
        Trade touched = longAt100().marks(1_000, "101.25", "97.40").trade();
        Trade passed = longAt100().marks(1_000, "101.26", "97.40").trade();

        assertThat(touched.result()).isEqualTo(-2.6 / 2.5, EXACT);
        // A quarter at 101.25; then the stop is at the entry, and the rest fills at the mark beyond it.
        assertThat(passed.result()).isEqualTo((0.25 * 1.25 - 0.75 * 2.6) / 2.5, EXACT);
    }

    /** Else the stop at the entry, which the fill brings, would count as breached by the mark before: an exit at 101.00. */
    @Test
    void shouldTellTheMarkBeforeTheFillThatItCaused() {
        Trade trade =
                longAt100().marks(1_000, "99.50", "101.30", "101.00", "99.90").trade();

        assertThat(trade.ending().exit()).isEqualTo(Exit.STOP);
        assertThat(trade.result()).isEqualTo((0.25 * 1.25 - 0.75 * 0.1) / 2.5, EXACT);
    }

    @Test
    void shouldFillAMarketLegAtTheFirstPriceAfterItWasReached() {
        Trade trade =
                shortAt100().marks(1_000, "98.70", "97.50", "97.00", "102.60").trade();

        // 98.75 LIMIT at its price; 97.5 MARKET is reached at 97.50 and fills at 97.00; the trail from 97.00 then
        // closes the half.
        assertThat(trade.ending().exit()).isEqualTo(Exit.STOP);
        assertThat(trade.result()).isEqualTo((0.25 * 1.25 + 0.25 * 3.0 - 0.5 * 2.6) / 2.5, EXACT);
    }

    @Test
    void shouldLetTheFormerStopRestUntilTheNewOneHasArrived() {
        Recording recording = longAt100()
                .marks(1_000, "102.50", "104.00")
                .mark("102.00", 2_200)
                .mark("102.00", 2_400);

        Trade atOnce = Recording.only(recording
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT))
                .policies()
                .get(0));
        Trade late = Recording.only(recording
                .run(Recording.settings(withLatency(250), Funding.NONE, Policy.DEFAULT))
                .policies()
                .get(0));

        // At 104 the trail moves the stop to 102.44. After 200 ms it is not at the exchange yet.
        assertThat(atOnce.ending().time()).isEqualTo(START + 2_200);
        assertThat(late.ending().time()).isEqualTo(START + 2_400);
    }

    @Test
    void shouldCloseWhatTheStrategyClosed() {
        Trade trade = longAt100()
                .mark("100.50", 1_000)
                .fill("SELL", "1", "100.40", 1_500)
                .mark("90.00", 2_000)
                .trade();

        assertThat(trade.ending().exit()).isEqualTo(Exit.STRATEGY);
        assertThat(trade.result()).isEqualTo(0.4 / 2.5, EXACT);
    }

    @Test
    void shouldDropWhatTheEngineClosedAndLetEachPolicyCloseItself() {
        Simulated simulated = longAt100()
                .marks(1_000, "97.40")
                .fill("SELL", "1", "97.20", 2_000)
                .again()
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        assertThat(simulated.count(Count.ENGINE_EXITS)).isOne();
        assertThat(simulated.count(Count.STRATEGY_EXITS)).isZero();
        assertThat(simulated.count(Count.DUPLICATE_FILLS)).isOne();
        assertThat(Recording.only(simulated.policies().get(0)).ending().price()).isEqualTo(97.40);
        assertThat(Recording.only(simulated, Reference.ACTUAL).ending().price()).isEqualTo(97.20);
        assertThat(Recording.only(simulated, Reference.NO_STOP).ending().isCensored())
                .isTrue();
        assertThat(simulated.fidelity().exitPriceErrors()).hasSize(1);
        assertThat(simulated.fidelity().exitPriceErrors().get(0)).isEqualTo(0.2 / 97.2 * 1e4, within(1e-6));
    }

    @Test
    void shouldCountATradeWhoseMovesDiffer() {
        // The model fills the LIMIT leg, and the stop goes to the entry. In the recording nobody filled it.
        Fidelity fidelity = longAt100()
                .marks(1_000, "101.26", "101.00")
                .fill("SELL", "1", "101.00", 3_000)
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT))
                .fidelity();

        assertThat(fidelity.trades()).isOne();
        assertThat(fidelity.otherTrades()).isOne();
        assertThat(fidelity.recordedMoves()).isZero();
        assertThat(fidelity.modelMoves()).isOne();
        assertThat(fidelity.isReproducing()).isFalse();
    }

    @Test
    void shouldDropAnAddForAPolicyThatIsFlat() {
        Simulated simulated = longAt100()
                .marks(1_000, "97.60")
                .fill("BUY", "1", "97.60", 1_500)
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        assertThat(simulated.count(Count.ADDS)).isOne();
        assertThat(simulated.count(Count.ADDS_WHEN_FLAT)).isZero();

        Simulated flat = longAt100()
                .marks(1_000, "97.40", "97.60")
                .fill("BUY", "1", "97.60", 2_500)
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        // The policy and the static stop are flat; the recording and no stop go on.
        assertThat(flat.count(Count.ADDS_WHEN_FLAT)).isEqualTo(2);
        assertThat(Recording.only(flat.policies().get(0)).result()).isEqualTo(-2.6 / 2.5, EXACT);
    }

    @Test
    void shouldKnowAFillByItsOrderTooAndRefuseAContradiction() {
        Recording recording = longAt100()
                .fillOf("trade", "one", "BUY", "1", "100.00", 500)
                .fillOf("trade", "two", "BUY", "1", "100.00", 500)
                .fillOf("trade", "two", "BUY", "1", "100.00", 500)
                .fillOf("trade", "two", "BUY", "3", "100.00", 500)
                .marks(1_000, "97.40");

        Simulated simulated = recording.run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        assertThat(simulated.count(Count.ADDS)).isEqualTo(2);
        assertThat(simulated.count(Count.DUPLICATE_FILLS)).isOne();
        assertThat(simulated.count(Count.CONTRADICTORY_FILLS)).isOne();
        assertThat(Recording.only(simulated.policies().get(0)).result()).isEqualTo(-3 * 2.6 / 2.5, EXACT);
    }

    private static Simulated openingAgain(Recording recording) {
        Settings settings = new Settings(
                List.of(new NamedPolicy("only", Policy.DEFAULT)),
                FREE,
                Funding.NONE,
                604_800_000,
                new StrategyFills(true, true));
        return recording.run(settings);
    }

    /** The stop at 97.5 closes one unit at 97.40. The add opens one unit at 97.60, with its stop at 95.16. */
    private static Recording stoppedAndOpenedAgain() {
        return longAt100().marks(1_000, "97.40", "97.60").fill("BUY", "1", "97.60", 2_500);
    }

    @Test
    void shouldOpenAgainWithAnAddIfThatIsAskedFor() {
        Simulated stopped = openingAgain(stoppedAndOpenedAgain().marks(3_000, "98.60", "95.17", "95.00"));

        Trade twice = Recording.only(stopped.policies().get(0));
        assertThat(stopped.count(Count.ADDS_WHEN_FLAT)).isEqualTo(2);
        assertThat(twice.result()).isEqualTo((-2.6 - 2.6) / 2.5, EXACT);
        assertThat(twice.ending()).isEqualTo(new Ending(Exit.STOP, START + 5_000, 95.00));
        assertThat(twice.path().worst()).isEqualTo(-5 / 2.5, EXACT);
        assertThat(Recording.only(stopped, Reference.STATIC_STOP).result()).isEqualTo(-5.2 / 2.5, EXACT);
    }

    @Test
    void shouldCloseWhatWasOpenedAgainWhenTheStrategyCloses() {
        Simulated closed =
                openingAgain(stoppedAndOpenedAgain().marks(3_000, "98.60").fill("SELL", "2", "98.60", 8_000));

        Trade again = Recording.only(closed.policies().get(0));
        assertThat(again.ending()).isEqualTo(new Ending(Exit.STRATEGY, START + 8_000, 98.60));
        assertThat(again.result()).isEqualTo((-2.6 + 1.0) / 2.5, EXACT);
        assertThat(Recording.only(closed, Reference.ACTUAL).result()).isEqualTo((-1.4 + 1.0) / 2.5, EXACT);
    }

    @Test
    void shouldCountATradeThatWasOpenedAgainAsOpen() {
        Trade open = Recording.only(openingAgain(stoppedAndOpenedAgain().marks(3_000, "98.60"))
                .policies()
                .get(0));

        assertThat(open.ending().isCensored()).isTrue();
        assertThat(open.path().cameBack()).isEmpty();
        assertThat(open.path().watchedMs()).isZero();
    }

    @Test
    void shouldPayFundingAsALongAndReceiveItAsAShort() {
        Funding funding = new Funding(Map.of("A", Map.of(START + 1_500, 0.001)));
        Settings settings = Recording.settings(FREE, funding, Policy.DEFAULT);

        Trade paid = Recording.only(longAt100()
                .marks(1_000, "101.00", "101.00")
                .run(settings)
                .policies()
                .get(0));
        Trade received = Recording.only(shortAt100()
                .marks(1_000, "99.00", "99.00")
                .run(settings)
                .policies()
                .get(0));

        assertThat(paid.money().funding()).isEqualTo(0.101, EXACT);
        assertThat(received.money().funding()).isEqualTo(-0.099, EXACT);
    }

    @Test
    void shouldCountFeesSpreadAndSlippage() {
        Trade trade = Recording.only(longAt100()
                .marks(1_000, "97.40")
                .run(Recording.settings(Costs.DEFAULT, Funding.NONE, Policy.DEFAULT))
                .policies()
                .get(0));

        // The stop was sent 500 ms before: it rests. Taker 5 bp on both sides, half a spread of 1 bp and 5 bp of
        // slippage on the stop.
        assertThat(trade.money().gross()).isEqualTo(-2.6, EXACT);
        assertThat(trade.money().fees()).isEqualTo(0.0005 * (100 + 97.4), EXACT);
        assertThat(trade.money().slippage()).isEqualTo(0.00055 * 97.4, EXACT);
    }

    @Test
    void shouldNeverCountAnOpenTradeAsClosed() {
        Trade trade = longAt100().marks(1_000, "101.00").trade();

        assertThat(trade.ending().isCensored()).isTrue();
        assertThat(trade.ending().price()).isEqualTo(101.00);
        assertThat(trade.ending().time()).isEqualTo(START + 1_000);
    }

    @Test
    void shouldLeaveOutAPositionThatWasOpenBeforeTheRecording() {
        Simulated simulated = new Recording()
                .mark("100.00", 0)
                .row("2", "95.00", 100)
                .fill("SELL", "1", "100.00", 5_000)
                .fill("SELL", "2", "100.00", 6_000)
                .mark("100.00", 7_000)
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        assertThat(simulated.count(Count.LEFT_OUT_FILLS)).isEqualTo(2);
        Trade opened = Recording.only(simulated.policies().get(0));
        assertThat(opened.opening().quantity()).isEqualTo(1);
        assertThat(opened.opening().side()).isEqualTo(io.exitbrain.domain.value.Side.SHORT);
    }

    /** The first row can come after the first fill. It shows what was open before. */
    @ParameterizedTest
    @CsvSource({"SELL, 1", "BUY, 3"})
    void shouldLeaveOutATradeThatTheFirstRowContradicts(String side, String row) {
        Simulated simulated = new Recording()
                .mark("100.00", 0)
                .fill(side, "1", "100.00", 500)
                .row(row, "95.00", 10_000)
                .fill("SELL", row, "100.00", 20_000)
                .fill("BUY", "1", "100.00", 30_000)
                .mark("100.00", 31_000)
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        Trade opened = Recording.only(simulated.policies().get(0));
        assertThat(opened.opening().time()).isEqualTo(START + 30_000);
        assertThat(simulated.count(Count.OPENINGS)).isOne();
        assertThat(simulated.count(Count.LEFT_OUT_FILLS)).isEqualTo(2);
    }

    @Test
    void shouldCountAFillThatMayOnlyCloseAndClosesNothingKnown() {
        Simulated simulated = new Recording()
                .mark("100.00", 0)
                .reduceOnlyFill("SELL", "1", "100.00", 500)
                .mark("100.00", 1_000)
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        assertThat(simulated.policies().get(0).trades()).isEmpty();
        assertThat(simulated.count(Count.LEFT_OUT_FILLS)).isOne();
    }

    @Test
    void shouldEndTheRecordedTradeWhereARowSaysFlatWithoutAFill() {
        Simulated simulated = longAt100()
                .marks(1_000, "100.20")
                .row("0", "0", 60_000)
                .marks(61_000, "100.20", "97.00")
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        assertThat(simulated.count(Count.CLOSED_WITHOUT_FILL)).isOne();
        assertThat(Recording.only(simulated, Reference.ACTUAL).ending().price()).isEqualTo(100.20);
    }

    @Test
    void shouldFlipIntoANewTrade() {
        Simulated simulated = longAt100()
                .mark("100.40", 1_000)
                .fill("SELL", "3", "100.40", 1_500)
                .mark("100.30", 2_000)
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        assertThat(simulated.policies().get(0).trades())
                .extracting(
                        trade -> trade.opening().side() + " " + trade.opening().quantity())
                .containsExactly("LONG 1.0", "SHORT 2.0");
    }

    @Test
    void shouldSeeTheMarkComeBackAfterAStop() {
        Trade trade = longAt100().marks(1_000, "97.40", "99.00", "100.00").trade();

        assertThat(trade.path().cameBack()).contains(2_000L);
    }

    @Test
    void shouldMarkAGapInThePrices() {
        assertThat(longAt100()
                        .marks(1_000, "100.00")
                        .mark("100.10", 12_001)
                        .trade()
                        .caution()
                        .isAcrossGap())
                .isTrue();
        assertThat(longAt100()
                        .marks(1_000, "100.00")
                        .mark("100.10", 11_000)
                        .trade()
                        .caution()
                        .isAcrossGap())
                .isFalse();
    }

    @Test
    void shouldLetTheOracleExitAtTheBestMark() {
        Simulated simulated = longAt100()
                .marks(1_000, "97.40", "110.00", "90.00")
                .run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));

        Trade oracle = Recording.only(simulated, Reference.ORACLE);
        assertThat(oracle.result()).isEqualTo(4, EXACT);
        assertThat(oracle.path().best()).isEqualTo(4, EXACT);
        assertThat(oracle.path().worst()).isEqualTo(-2.6 / 2.5, EXACT);
        assertThat(oracle.path().locked()).isEmpty();
        assertThat(Recording.only(simulated.policies().get(0)).path().bestAvailable())
                .isEqualTo(4, EXACT);
    }
}
