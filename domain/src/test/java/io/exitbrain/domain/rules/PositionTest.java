package io.exitbrain.domain.rules;

import static io.exitbrain.domain.rules.Trader.num;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.FlatEverywhere;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SeenFills;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 1: positions from fills and snapshots. */
class PositionTest {

    private final Trader trader = new Trader();

    private Position position() {
        return trader.state().sides().both().position();
    }

    @ParameterizedTest
    @CsvSource({"BUY, LONG", "SELL, SHORT"})
    void shouldAverageTheEntryOfAnAddHalfEvenAt18Decimals(OrderSide order, Side side) {
        trader.fill().side(order).fills("1", "100");
        trader.later(1).fill().side(order).fills("2", "101");

        assertThat(position().side()).isEqualTo(side);
        assertThat(position().quantity()).isEqualByComparingTo("3");
        assertThat(position().entry().orElseThrow()).isEqualByComparingTo("100.666666666666666667");
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL", "SELL, BUY"})
    void shouldKeepTheEntryWhenReducing(OrderSide open, OrderSide reduce) {
        trader.fill().side(open).fills("3", "100");
        trader.later(1).fill().side(reduce).fills("1", "150");

        assertThat(position().quantity()).isEqualByComparingTo("2");
        assertThat(position().entry().orElseThrow()).isEqualByComparingTo("100");
    }

    @Test
    void shouldCancelAndRemoveThePlanWhenFlat() {
        trader.buys("1", "100").later(1).forget().sells("1", "101");

        assertThat(trader.commands()).containsExactly("v2 CANCEL - - POSITION_CLOSED");
        assertThat(trader.plans()).containsExactly(new Step.PlanChange("BTCUSDT", Optional.empty()));
        assertThat(trader.state().sides().both().plan()).isEmpty();
    }

    @Test
    void shouldFlipIntoANewInstanceWithANewPlan() {
        trader.fill().leverage("1").fills("1", "100");
        String first = trader.plan().identity().planId();
        trader.later(1).forget().fill().side(OrderSide.SELL).leverage("1").fills("3", "110");

        assertThat(trader.commands())
                .containsExactly("v2 CANCEL - - POSITION_FLIPPED", "v1 PLACE 112.7 2.000 INITIAL_STOP");
        assertThat(trader.plan().identity().planId()).isNotEqualTo(first);
        assertThat(position().side()).isEqualTo(Side.SHORT);
        assertThat(position().entry().orElseThrow()).isEqualByComparingTo("110");
    }

    @Test
    void shouldNotFlipByAReduceOnlyFill() {
        trader.buys("1", "100")
                .later(1)
                .forget()
                .fill()
                .side(OrderSide.SELL)
                .reduceOnly()
                .fills("3", "110");

        assertThat(position().isOpen()).isFalse();
        assertThat(trader.events()).contains(ExitEvent.Kind.CLOSED, ExitEvent.Kind.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(OrderSide.class)
    void shouldRefuseAReduceOnlyFillThatHasNothingToClose(OrderSide side) {
        trader.fill().side(side).id("1").reduceOnly().fills("1", "100");

        assertThat(trader.events()).containsExactly(ExitEvent.Kind.REFUSED);
        assertThat(trader.commands()).isEmpty();
        assertThat(trader.plans()).isEmpty();
        assertThat(isOpen(trader)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"LONG, SELL", "SHORT, BUY"})
    void shouldNeverFlipAHedgeSide(PositionSide side, OrderSide closing) {
        OrderSide opening = closing == OrderSide.SELL ? OrderSide.BUY : OrderSide.SELL;
        trader.fill().side(opening).on(side).fills("1", "100");
        trader.later(1).forget().fill().side(closing).on(side).fills("2", "100");

        assertThat(isOpen(trader)).isFalse();
        assertThat(trader.events()).contains(ExitEvent.Kind.REFUSED);
        assertThat(trader.plans()).containsExactly(new Step.PlanChange("BTCUSDT/" + side, Optional.empty()));
    }

    @Test
    void shouldIgnoreADuplicateFill() {
        trader.fill().id("7").fills("1", "100");
        trader.later(1).forget().fill().id("7").fills("1", "100");

        assertThat(position().quantity()).isEqualByComparingTo("1");
        assertThat(trader.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 101", "2, 100"})
    void shouldRefuseAFillWhoseIdentityWasSeenWithAnotherPriceOrQuantity(String quantity, String price) {
        trader.fill().id("7").fills("1", "100");
        trader.later(1).forget().fill().id("7").fills(quantity, price);

        assertThat(position().quantity()).isEqualByComparingTo("1");
        assertThat(trader.events()).containsExactly(ExitEvent.Kind.REFUSED);
        assertThat(trader.commands()).isEmpty();
    }

    @Test
    void shouldTakeTheTwoSidesOfATradeWithOneselfForTwoFills() {
        trader.buys("5", "100");
        trader.later(1).fill().id("7").side(OrderSide.SELL).fills("1", "100");
        trader.fill().id("7").side(OrderSide.BUY).fills("1", "100");

        assertThat(position().quantity()).isEqualByComparingTo("5");
    }

    @Test
    void shouldRememberTheLast256Fills() {
        SeenFills seen = SeenFills.NONE;
        for (int i = 0; i < SeenFills.MAX_FILLS + 1; i++) {
            seen = seen.plus(new FillOf(trader.at(1_000 + i)).id("id-" + i).of("1", "100"));
        }

        assertThat(seen.fills()).hasSize(SeenFills.MAX_FILLS);
        assertThat(seen.verdictOn(new FillOf(trader.at(1_001)).id("id-1").of("1", "100")))
                .isEqualTo(SeenFills.Verdict.SEEN);
        assertThat(seen.verdictOn(new FillOf(trader.at(1_001)).id("id-x").of("1", "100")))
                .isEqualTo(SeenFills.Verdict.NEW);
        assertThat(seen.verdictOn(new FillOf(trader.at(1_000)).id("id-0").of("1", "100")))
                .as("older than every fill that is remembered")
                .isEqualTo(SeenFills.Verdict.SEEN);
    }

    @Test
    void shouldNotResurrectAClosedPositionByAStaleRow() {
        trader.at(10_000).buys("2", "100").at(11_000).sells("2", "101").forget();
        trader.at(10_999).snapshot("2");

        assertThat(isOpen(trader)).isFalse();
        assertThat(trader.commands()).isEmpty();
    }

    @Test
    void shouldTakeTheSnapshotAsTheTruth() {
        trader.at(10_000).buys("2", "100");
        trader.at(12_000).snapshot("5", "104", "104", "1");

        assertThat(position().quantity()).isEqualByComparingTo("5");
        assertThat(position().entry().orElseThrow()).isEqualByComparingTo("104");
    }

    @Test
    void shouldAdoptAFillThatTheSnapshotAlreadyContains() {
        trader.at(10_000).snapshot("2", "100", "100", "1").forget();
        trader.at(10_000).fill().id("9").hints(Contexts.strategy("RL_V3")).fills("2", "100");

        assertThat(position().quantity()).isEqualByComparingTo("2");
        assertThat(trader.view().origin()).isEqualTo(Origin.ORPHAN);
        assertThat(trader.view().sourceFillId()).contains("9");
        assertThat(trader.view().strategyId()).contains("RL_V3");
        assertThat(trader.commands()).isEmpty();
    }

    @ParameterizedTest(name = "a fill {0} ms after the row: {1}")
    @CsvSource({"250, 2", "251, 4"})
    void shouldAddAFillLaterThanTheWindowOfTheRow(long laterMs, String quantity) {
        trader.at(10_000).snapshot("2", "100", "100", "1");
        trader.at(10_000 + laterMs).fill().id("9").fills("2", "100");

        assertThat(position().quantity()).isEqualByComparingTo(quantity);
    }

    @ParameterizedTest(name = "flat, {0} ms after the fill: closes {1}")
    @CsvSource({"0, false", "1999, false", "2000, true"})
    void shouldTakeAFlatAnswerWithinSettleForAnOldOne(long afterMs, boolean counts) {
        trader.at(10_000).buys("2", "100").forget();
        trader.at(10_000 + afterMs).snapshot("0");

        assertThat(isOpen(trader)).isEqualTo(!counts);
        assertThat(trader.commands()).hasSize(counts ? 1 : 0);
    }

    /** The incident: the answer was taken before the fill, and read before it. */
    @ParameterizedTest
    @CsvSource({"BUY, 97.5", "SELL, 102.5"})
    void shouldProtectAFillAfterAFlatAnswerThatWasStampedLater(OrderSide side, String stop) {
        trader.at(10_300).snapshot("0");
        trader.at(10_000).fill().side(side).fills("2", "100");

        assertThat(trader.commands()).containsExactly("v1 PLACE " + stop + " 2.000 INITIAL_STOP");
        assertThat(trader.at(30_000).clock(60_000).commands()).isEmpty();
    }

    @Test
    void shouldHoldALowerAnswerUntilAFillOrALaterRowDecides() {
        trader.at(10_000).buys("5", "100");
        trader.at(70_000).fill().side(OrderSide.BUY).fills("4", "100");
        trader.at(70_500).snapshot("2").forget();
        assertThat(trader.clock(600_000).commands()).as("no clock releases it").isEmpty();
        assertThat(position().quantity()).isEqualByComparingTo("9");

        trader.at(72_000).snapshot("2");

        assertThat(position().quantity()).isEqualByComparingTo("2");
        assertThat(trader.commands()).containsExactly("v3 RESIZE 97.5 2.000 POSITION_REDUCED");
    }

    @Test
    void shouldCountNothingTwiceWhereFillsExplainARowThatCameFirst() {
        trader.at(10_000).buys("5", "100").at(70_000).snapshot("0").forget();
        assertThat(isOpen(trader)).isFalse();

        trader.at(70_000).sells("2", "101").sells("2", "101").sells("1", "101");

        assertThat(isOpen(trader)).isFalse();
        assertThat(trader.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL, 100", "SELL, BUY, 100"})
    void shouldBreakEvenWithTheFillThatExplainsARow(OrderSide open, OrderSide close, String entry) {
        String target = open == OrderSide.BUY ? "101.25" : "98.75";
        trader.at(10_000).fill().side(open).leverage("1").fills("1", "100");
        trader.at(70_000).snapshot(open == OrderSide.BUY ? "0.75" : "-0.75").forget();

        trader.at(70_000).fill().side(close).fills("0.25", target);

        assertThat(trader.commands()).containsExactly("v3 MOVE " + entry + ".0 0.750 BREAK_EVEN");
        assertThat(trader.plan().ladder().countFilled()).isEqualTo(1);
    }

    @Test
    void shouldShrinkTheLegsAfterSettleWhereNoFillExplainsARow() {
        trader.at(10_000).fill().leverage("1").fills("1", "100");
        trader.at(70_000).snapshot("0.5").forget();
        BigDecimal before = trader.plan().ladder().legs().get(0).quantity();

        trader.clock(1_999);
        assertThat(trader.plan().ladder().legs().get(0).quantity()).isEqualByComparingTo(before);

        trader.clock(2_000);
        assertThat(trader.plan().ladder().legs().get(0).quantity()).isLessThan(before);
    }

    @ParameterizedTest
    @CsvSource({"5, 1190, 50, 119", "50, 119, 5, 1190"})
    void shouldPlanASplitAnewWithoutClosingAnything(String quantity, String entry, String after, String newEntry) {
        trader.at(10_000).snapshot(quantity, entry, entry, "1").forget();
        trader.at(70_000).snapshot(after, newEntry, newEntry, "1");

        assertThat(trader.commands()).hasSize(2).first().isEqualTo("v2 CANCEL - - POSITION_CLOSED");
        assertThat(position().quantity()).isEqualByComparingTo(after);
        assertThat(position().entry().orElseThrow()).isEqualByComparingTo(newEntry);
    }

    @Test
    void shouldNotLetAClosingFillWait() {
        trader.at(10_000).buys("2", "100").forget().at(10_001).sells("2", "100");

        assertThat(trader.commands()).containsExactly("v2 CANCEL - - POSITION_CLOSED");
    }

    @Test
    void shouldMakeEverySideFlatByATombstone() {
        trader.at(10_000).fill().on(PositionSide.LONG).fills("1", "100");
        trader.fill()
                .side(OrderSide.SELL)
                .on(PositionSide.SHORT)
                .fills("1", "100")
                .forget();
        trader.does(new FlatEverywhere(Trader.SYMBOL, 20_000));

        assertThat(trader.commands()).hasSize(2).allMatch(command -> command.contains("CANCEL"));
    }

    @Test
    void shouldKeepTwoPlansWithVersionsOfTheirOwnInHedgeMode() {
        trader.fill().on(PositionSide.LONG).leverage("1").fills("1", "100");
        trader.fill().side(OrderSide.SELL).on(PositionSide.SHORT).leverage("1").fills("1", "100");

        assertThat(trader.commands())
                .containsExactly("v1 PLACE 97.5 1.000 INITIAL_STOP", "v1 PLACE 102.5 1.000 INITIAL_STOP");
        assertThat(trader.plans()).extracting(Step.PlanChange::key).containsExactly("BTCUSDT/LONG", "BTCUSDT/SHORT");
    }

    @Test
    void shouldQuarantineMixedModesAndProtectEverySide() {
        trader.buys("1", "100").fill().on(PositionSide.LONG).fills("1", "100");

        assertThat(trader.commands()).hasSize(2).allMatch(command -> command.startsWith("v1 PLACE"));
        assertThat(trader.events()).contains(ExitEvent.Kind.REFUSED);
        assertThat(trader.state().sides().areMixed()).isTrue();
        trader.later(5_000).snapshot(PositionSide.SHORT, "0", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(trader.commands()).isEmpty();
    }

    @Test
    void shouldReportAPositionUnprotectedUntilAPriceArrives() {
        trader.snapshot("-2");
        assertThat(trader.events()).containsExactly(ExitEvent.Kind.UNPROTECTED);
        assertThat(trader.snapshot("-2").events()).isEmpty();
        assertThat(trader.state().sides().both().isUnprotected()).isTrue();

        trader.price("100");
        assertThat(trader.events()).contains(ExitEvent.Kind.PLANNED, ExitEvent.Kind.PROTECTED);
        assertThat(trader.commands()).containsExactly("v1 PLACE 102.5 2.000 INITIAL_STOP");
        assertThat(position().entry().orElseThrow()).isEqualByComparingTo(num("100"));
    }

    @Test
    void shouldChangeNothingByAThousandEqualSnapshots() {
        trader.at(10_000).snapshot("2", "100", "103", "5");
        LivingPlan plan = trader.plan();
        trader.forget();
        for (int i = 1; i <= 1_000; i++) {
            trader.at(10_000 + i).snapshot("2", "100", "103", "5");
        }

        assertThat(trader.plan()).isEqualTo(plan);
        assertThat(trader.commands()).isEmpty();
        assertThat(trader.plans()).isEmpty();
        assertThat(trader.events()).isEmpty();
    }

    private static boolean isOpen(Trader trader) {
        return Stream.of(PositionSide.values())
                .anyMatch(side -> trader.state().sides().of(side).isOpen());
    }
}
