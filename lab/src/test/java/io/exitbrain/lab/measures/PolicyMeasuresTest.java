package io.exitbrain.lab.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.exitbrain.lab.statistics.Distribution.Step;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.Activity;
import io.exitbrain.lab.trade.AnyTrade;
import io.exitbrain.lab.trade.Caution;
import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Money;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.PricePath;
import io.exitbrain.lab.trade.Trade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PolicyMeasuresTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final Resampling RESAMPLING = new Resampling(200, 1, 1);

    private static PolicyMeasures of(AnyTrade... trades) {
        return PolicyMeasures.of(AnyTrade.policy("tight", trades), RESAMPLING);
    }

    private static AnyTrade at(int number, double result) {
        return AnyTrade.of(number, number, result);
    }

    @Test
    void shouldCountResultsOfClosedTradesOnly() {
        PolicyMeasures measures =
                of(at(0, 2), at(1, -1), at(2, -1.5), at(3, 0), at(4, 100).censored());

        ResultMeasures results = measures.results();
        assertThat(measures.trades()).isEqualTo(5);
        assertThat(measures.closed()).isEqualTo(4);
        assertThat(measures.censored()).isEqualTo(1);
        assertThat(results.count()).isEqualTo(4);
        assertThat(results.sum()).isEqualTo(-0.5);
        assertThat(results.mean()).contains(-0.125);
        assertThat(results.estimate().orElseThrow().mean()).isEqualTo(-0.125);
        assertThat(results.median()).contains(-0.5);
        assertThat(results.wins()).isEqualTo(new Share(1, 4));
        assertThat(results.profitFactor()).contains(2 / 2.5);
        assertThat(results.maxDrawdown()).contains(2.5);
        assertThat(results.longestLosingStreak()).isEqualTo(2);
        assertThat(results.worst()).contains(-1.5);
        assertThat(results.meanOfWorst().orElseThrow()).isCloseTo(-1.5, ROUNDING);
        assertThat(measures.distribution())
                .containsExactly(new Step(-1.5, 0.25), new Step(-1, 0.5), new Step(0, 0.75), new Step(2, 1));
    }

    @Test
    void shouldMeasureLossesBeyondTheRisk() {
        Tail tail =
                of(at(0, -1.1), at(1, -1.2), at(2, -2.1), at(3, 1)).results().tail();

        assertThat(tail.beyond()).isEqualTo(new Share(2, 4));
        assertThat(tail.meanBeyond().orElseThrow()).isCloseTo(0.55, ROUNDING);
        assertThat(tail.mostBeyond().orElseThrow()).isCloseTo(1, ROUNDING);
    }

    @Test
    void shouldDivideByTheRiskOfTheBaselineAndInASecondColumnByItsOwn() {
        PolicyMeasures measures =
                of(at(0, 0).with(new Money(10, 1, 1, 0, 4)), at(1, 0).with(new Money(-5, 0, 0, 0, 0)));

        assertThat(measures.results().mean().orElseThrow()).isCloseTo((0.8 - 0.5) / 2, ROUNDING);
        assertThat(measures.ofOwnRisk().count())
                .as("a trade without own risk does not count")
                .isEqualTo(1);
        assertThat(measures.ofOwnRisk().mean()).contains(2.0);
    }

    @Test
    void shouldSumUpInTheOrderOfTheEndings() {
        AnyTrade long1 = at(0, -3).ending(Exit.STOP, Duration.ofDays(9));
        PolicyMeasures measures = of(long1, at(1, 2), at(2, 1));

        assertThat(measures.curve()).extracting(CurvePoint::cumulative).containsExactly(2.0, 3.0, 0.0);
        assertThat(measures.curve()).extracting(CurvePoint::drawdown).containsExactly(0.0, 0.0, 3.0);
        assertThat(measures.curve().get(2).time())
                .isEqualTo(long1.trade().ending().time());
    }

    @Test
    void shouldMeasureTheShareOfTheExcursionThatWasKept() {
        Excursions excursions = of(
                        at(0, 1).withBest(2),
                        at(1, 0.4).withBest(0.5),
                        at(2, -1).withBest(0.4),
                        at(3, 3).withBest(4),
                        at(4, 3).withBest(9).censored())
                .excursions();

        assertThat(excursions.efficiency().count())
                .as("0.4 R is too small to divide by")
                .isEqualTo(3);
        assertThat(excursions.efficiency().median().orElseThrow()).isCloseTo(0.75, ROUNDING);
        assertThat(excursions.giveBackShare().median().orElseThrow()).isCloseTo(0.25, ROUNDING);
        assertThat(excursions.giveBack().count()).isEqualTo(4);
        assertThat(excursions.giveBack().mean().orElseThrow()).isCloseTo((1 + 0.1 + 1.4 + 1) / 4, ROUNDING);
        assertThat(excursions.best().mean().orElseThrow()).isCloseTo(6.9 / 4, ROUNDING);
        assertThat(excursions.worst().mean()).contains(-0.5);
        assertThat(excursions.worstAfter().median()).contains(1_000.0);
        assertThat(excursions.bestAfter().median()).contains(2_000.0);
    }

    @Test
    void shouldCountATradeAsScratchedIfItWasOneRInProfitAndEndedAtAboutZero() {
        Excursions excursions = of(
                        at(0, 0.1).withBest(1),
                        at(1, -0.1).withBest(3),
                        at(2, 0.11).withBest(3),
                        at(3, 0).withBest(0.99))
                .excursions();

        assertThat(excursions.scratched()).isEqualTo(new Share(2, 3));
    }

    @Test
    void shouldMeasureTheEdgeOfAllEntriesAlsoOfOpenTrades() {
        Excursions excursions = of(at(0, 1), at(1, 1).censored()).excursions();

        assertThat(excursions.bestAvailable().count()).isEqualTo(2);
        assertThat(excursions.edgeRatio()).contains(3.0);
    }

    @Test
    void shouldNotKnowAnEdgeIfNoTradeWasEverInLoss() {
        PricePath p = at(0, 1).trade().path();
        PricePath onlyUp = new PricePath(
                0,
                p.worstAt(),
                1,
                p.bestAt(),
                1,
                0,
                Optional.empty(),
                p.oneRAt(),
                p.lockedAt(),
                p.cameBack(),
                p.watchedMs());

        assertThat(of(at(0, 1).with(onlyUp)).excursions().edgeRatio()).isEmpty();
    }

    @Test
    void shouldCountAStoppedTradeThatCameBackInTime() {
        Duration hour = Duration.ofHours(1);
        Duration day = Duration.ofHours(24);
        List<Whipsaw> whipsaws = of(
                        at(0, -1).watched(day, Optional.of(hour)),
                        at(1, -1).watched(day, Optional.of(hour.plusMillis(1))),
                        at(2, -1).watched(day, Optional.empty()),
                        at(3, -1).watched(hour.minusMillis(1), Optional.of(Duration.ofMinutes(1))),
                        at(4, -1).watched(day, Optional.of(hour)).ending(Exit.STRATEGY, hour))
                .whipsaws();

        assertThat(whipsaws)
                .containsExactly(
                        new Whipsaw(hour, new Share(1, 3)),
                        new Whipsaw(Duration.ofHours(6), new Share(2, 3)),
                        new Whipsaw(day, new Share(2, 3)));
    }

    @Test
    void shouldMeasureHowSoonTheStopSecuresAProfit() {
        Optional<Duration> first = Optional.of(Duration.ofMinutes(1));
        ProfitLock lock = of(
                        at(0, 1).withLock(0.5, first, Optional.of(Duration.ofMinutes(3))),
                        at(1, 1).withLock(
                                        0.1, Optional.of(Duration.ofMinutes(10)), Optional.of(Duration.ofSeconds(30))),
                        at(2, 1).withLock(-1, first, Optional.empty()),
                        at(3, -1).withLock(-1, Optional.empty(), Optional.empty()))
                .profitLock();

        assertThat(lock.locked()).isEqualTo(new Share(2, 4));
        assertThat(lock.reachedOneR()).isEqualTo(new Share(3, 4));
        assertThat(lock.medianMs()).contains(120_000L);
        assertThat(lock.best().median().orElseThrow()).isCloseTo(-0.45, ROUNDING);
    }

    @Test
    void shouldCountAnOpenTradeAsOpenForAtLeastSoLong() {
        Holding holding = of(
                        at(0, 1).ending(Exit.STOP, Duration.ofMinutes(1)),
                        at(1, 1).ending(Exit.OPEN, Duration.ofMinutes(2)),
                        at(2, 1).ending(Exit.STOP, Duration.ofMinutes(3)),
                        at(3, 1).ending(Exit.OPEN, Duration.ofMinutes(9)))
                .holding();

        assertThat(holding.medianMs()).contains(180_000L);
        assertThat(holding.p90Ms()).isEmpty();
        assertThat(holding.curve().steps()).hasSize(2);
    }

    @Test
    void shouldCountWhatWasSentAlsoForOpenTrades() {
        Churn churn = of(
                        at(0, 1).with(new Activity(3, 5, 1)),
                        at(1, 1).with(new Activity(1, 2, 0)).censored())
                .churn();

        assertThat(churn.moves().mean()).contains(2.0);
        assertThat(churn.commands().mean()).contains(3.5);
        assertThat(churn.withheld()).isEqualTo(new Share(1, 5));
    }

    @Test
    void shouldMeasureCostsInR() {
        Costs costs = of(at(0, 0).with(new Money(0, 1, 2, -0.5, 10)), at(1, 0).with(new Money(0, 3, 0, 0, 10)))
                .costs();

        assertThat(costs.fees().mean().orElseThrow()).isCloseTo(0.2, ROUNDING);
        assertThat(costs.slippage().mean().orElseThrow()).isCloseTo(0.1, ROUNDING);
        assertThat(costs.funding().mean().orElseThrow()).isCloseTo(-0.025, ROUNDING);
        assertThat(costs.total().mean().orElseThrow()).isCloseTo(0.275, ROUNDING);
        assertThat(costs.resultWithout().mean().orElseThrow()).isCloseTo(0, ROUNDING);
        assertThat(costs.resultAtDouble().mean().orElseThrow()).isCloseTo(-0.55, ROUNDING);
    }

    @Test
    void shouldCountExitsByReason() {
        PolicyMeasures measures =
                of(at(0, 1), at(1, -3), at(2, 5).ending(Exit.TAKE_PROFIT, Duration.ofHours(1)), at(3, 9).censored());

        assertThat(measures.exits())
                .containsExactly(
                        new ExitCount(Exit.STOP, 2, Optional.of(-2.0)),
                        new ExitCount(Exit.TAKE_PROFIT, 1, Optional.of(5.0)),
                        new ExitCount(Exit.EXIT_COMMAND, 0, Optional.of(0.0)),
                        new ExitCount(Exit.STRATEGY, 0, Optional.of(0.0)),
                        new ExitCount(Exit.OPEN, 1, Optional.empty()));
    }

    @Test
    void shouldGiveResultsWithoutThoseAcrossGaps() {
        Doubts doubts = of(at(0, 1).with(new Caution(true, false)), at(1, -3), at(2, 5).with(new Caution(false, true)))
                .doubts();

        assertThat(doubts.acrossGap()).isEqualTo(new Share(1, 3));
        assertThat(doubts.pastLiquidation()).isEqualTo(new Share(1, 3));
        assertThat(doubts.withoutGaps().mean()).contains(1.0);
        assertThat(doubts.withoutGaps().count()).isEqualTo(2);
    }

    @Test
    void shouldNotKnowNumbersOfNoTrade() {
        PolicyMeasures none = of(at(0, 1).censored());

        assertThat(none.results().mean()).isEmpty();
        assertThat(none.results().estimate()).isEmpty();
        assertThat(none.results().worst()).isEmpty();
        assertThat(none.results().wins().value()).isEmpty();
        assertThat(none.excursions().efficiency().median()).isEmpty();
        assertThat(none.whipsaws().get(0).cameBack().value()).isEmpty();
        assertThat(none.holding().medianMs()).isEmpty();
        assertThat(none.costs().total().mean()).isEmpty();
    }

    @Test
    void shouldGiveTheSameForTheSameTrades() {
        PolicyTrades policy = AnyTrade.policy("tight", 2, 1, -1, 2, 0.5, -0.3, 0.7);

        assertThat(PolicyMeasures.of(policy, RESAMPLING)).isEqualTo(PolicyMeasures.of(policy, RESAMPLING));
    }

    @Test
    void shouldRefuseATradeWithoutRisk() {
        Trade trade = at(7, 1).trade();
        Opening o = trade.opening();
        Opening noRisk =
                new Opening(7, o.symbol(), o.positionSide(), o.side(), o.fill(), o.time(), o.entry(), o.quantity(), 0);
        AnyTrade riskless = new AnyTrade(
                new Trade(noRisk, trade.ending(), trade.money(), trade.path(), trade.activity(), trade.caution()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(riskless))
                .withMessage("the risk of a trade must be > 0, was 0.0 (trade 7, fill fill-7)");
    }
}
