package io.exitbrain.lab.simulation;

import static io.exitbrain.lab.simulation.Recording.FREE;
import static io.exitbrain.lab.simulation.Recording.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Ending.Exit;
import org.junit.jupiter.api.Test;

/**
 * Who closed a recorded trade, the engine or the strategy, and which trades were open before the recording. No price of these fills says
 * it: all are between the stop and the first leg.
 */
class RecordedCauseTest {

    private static final String PLAN = "HBAD3WF6R8VCW12M";
    private static final String OTHER_PLAN = "3WP03JPEM7HSS931";

    /** A LONG at 100 with a stop of the engine at 97.5. */
    private static Recording longAt100() {
        return new Recording()
                .mark("100.00", 0)
                .fill("BUY", "1", "100.00", "BOTH", "strategy-1", 500)
                .command(PLAN, 1, "PLACE", "BOTH", "97.50", 500);
    }

    private static Simulated run(Recording recording) {
        return recording.run(Recording.settings(FREE, Funding.NONE, Policy.DEFAULT));
    }

    private static Exit causeOf(Recording recording) {
        return Recording.only(run(recording), Reference.ACTUAL).ending().exit();
    }

    @Test
    void shouldKnowAStopByTheIdOfItsCommand() {
        assertThat(causeOf(longAt100().fill("SELL", "1", "100.00", "BOTH", PLAN + "-1", 9_000)))
                .isEqualTo(Exit.STOP);
    }

    @Test
    void shouldKnowAnExitByTheIdOfItsCommandHoweverLateItIs() {
        assertThat(causeOf(longAt100()
                        .command(PLAN, 2, "EXIT", "BOTH", "97.50", 1_000)
                        .fill("SELL", "1", "100.00", "BOTH", PLAN + "-2", 60_000)))
                .isEqualTo(Exit.EXIT_COMMAND);
    }

    /** The executor may have filled a leg at the price that it had before an add. */
    @Test
    void shouldKnowALegByTheIdOfItsPlan() {
        assertThat(causeOf(longAt100().fill("SELL", "1", "100.00", "BOTH", PLAN + "-tp2", 9_000)))
                .isEqualTo(Exit.TAKE_PROFIT);
    }

    @Test
    void shouldKnowALateFillOfThePlanBefore() {
        assertThat(causeOf(longAt100()
                        .command(OTHER_PLAN, 1, "PLACE", "BOTH", "97.50", 600)
                        .fill("SELL", "1", "100.00", "BOTH", PLAN + "-1", 9_000)))
                .isEqualTo(Exit.STOP);
    }

    @Test
    void shouldLeaveAnyOtherOrderToTheStrategy() {
        assertThat(causeOf(longAt100().fill("SELL", "1", "100.00", "BOTH", "strategy-2", 9_000)))
                .isEqualTo(Exit.STRATEGY);
        assertThat(causeOf(longAt100().fill("SELL", "1", "100.00", "BOTH", PLAN, 9_000)))
                .isEqualTo(Exit.STRATEGY);
    }

    /** The LIMIT leg of a quarter at 101.25 is filled. The MARKET leg of a quarter is sent at 102.50 and fills at a worse price. */
    private static Recording sentMarketLeg() {
        return longAt100()
                .mark("101.30", 1_000)
                .fill("SELL", "0.25", "101.25", "BOTH", "exchange-7", 1_000)
                .marks(2_000, "102.50", "102.40");
    }

    @Test
    void shouldKnowAMarketLegThatFilledAtAWorsePrice() {
        Simulated simulated = run(sentMarketLeg().fill("SELL", "0.25", "102.40", "BOTH", "exchange-8", 3_000));

        assertThat(simulated.count(Count.ENGINE_EXITS)).isEqualTo(2);
    }

    @Test
    void shouldLeaveToTheStrategyWhatIsMoreThanTheSentLeg() {
        Simulated simulated = run(sentMarketLeg().fill("SELL", "0.3", "102.40", "BOTH", "exchange-8", 3_000));

        assertThat(simulated.count(Count.ENGINE_EXITS)).isOne();
        assertThat(simulated.count(Count.STRATEGY_EXITS)).isOne();
    }

    /** The rules send an EXIT at the price at which the stop fires, so an EXIT alone does not say which of both it was. */
    @Test
    void shouldCallItAStopIfTheReportIsOnTheStop() {
        Recording exitSent = longAt100().command(PLAN, 2, "EXIT", "BOTH", "97.50", 1_000);

        assertThat(causeOf(
                        exitSent.filled(PLAN + "-1", 1_001).fill("SELL", "1", "100.00", "BOTH", "exchange-7", 1_002)))
                .isEqualTo(Exit.STOP);
    }

    @Test
    void shouldCallItAnExitIfTheReportIsOnTheExit() {
        Recording exitSent = longAt100().command(PLAN, 2, "EXIT", "BOTH", "97.50", 1_000);

        assertThat(causeOf(
                        exitSent.filled(PLAN + "-2", 1_001).fill("SELL", "1", "100.00", "BOTH", "exchange-7", 6_001)))
                .isEqualTo(Exit.EXIT_COMMAND);
    }

    @Test
    void shouldNotTakeAReportForTheCauseOfAFillThatCameLongAfterIt() {
        assertThat(causeOf(longAt100()
                        .filled(PLAN + "-1", 1_000)
                        .fill("SELL", "1", "100.00", "BOTH", "exchange-7", 6_001)))
                .isEqualTo(Exit.STRATEGY);
    }

    /** In hedge mode a report on the LONG says nothing of the SHORT. */
    @Test
    void shouldNotTakeAReportOnTheOtherSide() {
        Simulated simulated = run(new Recording()
                .mark("100.00", 0)
                .fill("BUY", "1", "100.00", "LONG", "strategy-1", 500)
                .command(PLAN, 1, "PLACE", "LONG", "97.50", 500)
                .fill("SELL", "1", "100.00", "SHORT", "strategy-2", 600)
                .command(OTHER_PLAN, 1, "PLACE", "SHORT", "102.50", 600)
                .filled(PLAN + "-1", 1_000)
                .fill("BUY", "1", "100.00", "SHORT", "exchange-7", 1_001)
                .fill("SELL", "1", "100.00", "LONG", "exchange-8", 1_002));

        assertThat(simulated.count(Count.STRATEGY_EXITS)).isOne();
        assertThat(simulated.count(Count.ENGINE_EXITS)).isOne();
    }

    /** A recording begins with the rows of what is open, before the first price. */
    @Test
    void shouldLeaveOutAPositionWhoseRowCameBeforeTheFirstPrice() {
        Simulated simulated = run(new Recording()
                .row("1", "95.00", 0)
                .mark("100.00", 1_000)
                .fill("SELL", "1", "100.00", 5_000)
                .mark("100.00", 6_000));

        assertThat(simulated.count(Count.LEFT_OUT_FILLS)).isOne();
        assertThat(simulated.count(Count.OPENINGS)).isZero();
    }

    @Test
    void shouldEndATradeAtItsEntryIfARowSaysFlatBeforeTheFirstPrice() {
        Simulated simulated = run(new Recording()
                .fill("BUY", "1", "100.00", 500)
                .row("0", "0", 60_000)
                .mark("101.00", 61_000));

        assertThat(simulated.count(Count.CLOSED_WITHOUT_FILL)).isOne();
        Ending ending = Recording.only(simulated, Reference.ACTUAL).ending();
        assertThat(ending.price()).isEqualTo(100.00);
        assertThat(ending.time()).isEqualTo(START + 60_000);
    }
}
