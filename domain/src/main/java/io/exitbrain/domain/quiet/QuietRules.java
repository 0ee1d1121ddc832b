package io.exitbrain.domain.quiet;

import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.plan.Trailing;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Side;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Computes the {@link QuietBand} of a state: the limits within which no rule decides. Every rule that depends on a price or the time has
 * its limit here. The tests find a missing limit: both lanes must emit the same bytes over random policies.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class QuietRules {

    /** The number of decimals that is enough for most exchanges; the newest mark can raise it. */
    private static final int USUAL_SCALE = 8;

    /** Digits of a long for whole and decimal part; one digit is kept spare for a price that grows. */
    private static final int DIGITS = 17;

    private final SymbolState state;
    private final DecisionContext context;

    QuietRules(SymbolState state, DecisionContext context) {
        this.state = state;
        this.context = context;
    }

    QuietBand band() {
        long from = state.newestOtherTime() - context.policy().stop().maxPriceAgeMs();
        QuietBand band = new QuietBand(scale(), 1, Scaled.MAX, from, Long.MAX_VALUE, ImprovingRange.NOTHING, false);
        boolean isFirst = true;
        for (PositionSide positionSide : PositionSide.values()) {
            SideState side = state.sides().of(positionSide);
            if (isDustAtRest(side)) {
                continue;
            }
            if (side.isOpen()) {
                if (!isAtRest(side)) {
                    return QuietBand.NOTHING;
                }
                QuietBand narrowed = within(narrowedInTime(band, side), side);
                narrowed = withholdsMove(side) ? narrowed.ofHistory() : narrowed;
                // With two open sides a better price for one is a worse price for the other.
                band = narrowed.with(isFirst ? improvingRange(narrowed, side) : ImprovingRange.NOTHING);
                isFirst = false;
            }
        }
        return band;
    }

    private int scale() {
        return state.mark().map(mark -> scaleOf(mark.price())).orElse(USUAL_SCALE);
    }

    private static int scaleOf(BigDecimal price) {
        int wholeDigits = price.precision() - price.scale();
        return Math.max(0, Math.min(DIGITS - wholeDigits, Math.max(USUAL_SCALE, price.scale())));
    }

    /** Whether {@code side} is dust without a plan, which no price changes. */
    private boolean isDustAtRest(SideState side) {
        boolean isStillDust = !context.instrument().isKnown()
                || context.instrument().isDust(side.position().quantity());
        return side.isDust() && side.plan().isEmpty() && isStillDust;
    }

    /** Whether no rule is due on {@code side} at the next input of any kind. */
    private boolean isAtRest(SideState side) {
        if (side.plan().isEmpty()
                || side.awaited().isPresent()
                || context.exitContext().isEmergency()) {
            return false;
        }
        boolean isLeverageNew = context.exitContext()
                .leverage()
                .filter(side.position()::isRaisedBy)
                .isPresent();
        LivingPlan plan = side.plan().get();
        return !isLeverageNew
                && !plan.isNew(context.instrument())
                && !plan.stop().isTriggered()
                && !plan.stop().awaitsMark()
                && !awaitsReport(plan.sent())
                && hasFollowed(plan, side);
    }

    private boolean awaitsReport(SentCommands sent) {
        Confirmation confirmation = sent.confirmation();
        boolean isUnconfirmed =
                sent.stop().map(stop -> confirmation.version() < stop.version()).orElse(true);
        boolean areReportsInUse = context.policy().stop().reports().isInUse(state.reportsSeen());
        return confirmation.resend() || (areReportsInUse && (isUnconfirmed || confirmation.filledAt() != Times.NEVER));
    }

    /** Whether the stop has followed the best price; an add may have moved the steps of the trail since then. */
    private static boolean hasFollowed(LivingPlan plan, SideState side) {
        Stop stop = plan.stop();
        return !stop.isArmed()
                || Trailing.after(stop, stop.best(), plan.terms(), plan.levels(side.position()))
                        .equals(stop);
    }

    private static boolean withholdsMove(SideState side) {
        return side.plan().orElseThrow().withholdsMove(side.position().side());
    }

    /** Limits the band by {@code ClockRules}. */
    private static QuietBand narrowedInTime(QuietBand band, SideState side) {
        Optional<Long> maxHoldMs = side.plan().orElseThrow().terms().stop().maxHoldMs();
        return maxHoldMs.map(limit -> band.until(side.times().opened() + limit)).orElse(band);
    }

    /** Limits the band by {@code PriceRules}: the stop triggers, the trail is armed, the best price improves. */
    private static QuietBand within(QuietBand band, SideState side) {
        Stop stop = side.plan().orElseThrow().stop();
        Optional<BigDecimal> activation = stop.isArmed() ? Optional.empty() : stop.activationPrice();
        if (side.position().side() == Side.LONG) {
            return activation.map(band::below).orElse(band).above(stop.price()).atMost(stop.best());
        }
        return activation.map(band::above).orElse(band).below(stop.price()).atLeast(stop.best());
    }

    /** The improving prices of {@code side}, which is at rest and the only open side. */
    private static ImprovingRange improvingRange(QuietBand band, SideState side) {
        LivingPlan plan = side.plan().orElseThrow();
        Stop stop = plan.stop();
        Side direction = side.position().side();
        long since = Math.max(band.from(), side.times().lastIncrease());
        if (!stop.isArmed()) {
            return range(band, direction, stop.activationPrice(), stop.best(), stop.price(), since);
        }
        // While a MOVE is withheld the prices are history, and none is sent. The range is then as wide as in the
        // present.
        BigDecimal behind = band.isOfHistory() ? stop.price() : plan.standingPrice();
        BigDecimal limit = direction.towardsProfit(behind, plan.minMove());
        BigDecimal gain = Trailing.smallestGainReaching(
                limit, stop, plan.terms().trail().orElseThrow(), plan.levels(side.position()));
        Optional<BigDecimal> end = Optional.of(direction.towardsProfit(stop.best(), gain));
        return range(band, direction, end, stop.best(), limit, since);
    }

    /** The prices better than {@code best} and better than the stop, which an add may have moved past it, and short of {@code end}. */
    private static ImprovingRange range(
            QuietBand band, Side side, Optional<BigDecimal> end, BigDecimal best, BigDecimal limit, long since) {
        int scale = band.scale();
        if (side == Side.LONG) {
            long lowest = Math.max(band.lowest(), Scaled.down(best, scale) + 1);
            long highest = end.map(price -> Scaled.up(price, scale) - 1).orElse(Scaled.MAX);
            return new ImprovingRange(side, lowest, highest, Scaled.up(limit, scale), since);
        }
        long lowest = end.map(price -> Scaled.down(price, scale) + 1).orElse(1L);
        long highest = Math.min(band.highest(), Scaled.up(best, scale) - 1);
        return new ImprovingRange(side, lowest, highest, Scaled.down(limit, scale), since);
    }
}
