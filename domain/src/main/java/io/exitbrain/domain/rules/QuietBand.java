package io.exitbrain.domain.rules;

import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.plan.Trailing;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Side;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The mark prices of which the rules say nothing: those that change nothing of a symbol but its newest mark (better than the stop, no
 * better than the best price, short of the activation), and {@link Ahead} of them those that also become the best price. Computed once
 * from a state and asked for each price, so that most prices cost a few comparisons; what is in neither goes through
 * {@link ExitRules}, which remain the only place that decides.
 *
 * <p>Prices are compared as whole numbers of 10^-scale, in a long: a price with more decimals is in neither.
 *
 * @param lowest lowest price, inclusive
 * @param highest highest price, inclusive
 * @param from first time, epoch milliseconds, inclusive
 * @param until end of that time, exclusive
 */
public record QuietBand(int scale, long lowest, long highest, long from, long until, Ahead ahead) {

    /**
     * Better prices than the best of {@code side} which move the stop by less than would be sent.
     *
     * @param lowest lowest price, inclusive
     * @param highest highest price, inclusive
     * @param limit no stop that follows one of them gets here
     * @param from first time, epoch milliseconds, inclusive
     */
    public record Ahead(Side side, long lowest, long highest, long limit, long from) {

        static final Ahead NOTHING = new Ahead(Side.LONG, Long.MAX_VALUE, Long.MIN_VALUE, 0, Long.MAX_VALUE);
    }

    /** What most exchanges quote with at most; more is taken from the newest mark. */
    private static final int USUAL_SCALE = 8;

    /** So many digits are left for them, with one to spare for a price that grows. */
    private static final int DIGITS = 17;

    private static final QuietBand NOTHING =
            new QuietBand(0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Ahead.NOTHING);

    /** The band of {@code state} under {@code context}; it holds until either changes. */
    public static QuietBand of(SymbolState state, DecisionContext context) {
        long from = state.newestOtherTime() - context.policy().stop().maxPriceAgeMs();
        QuietBand band = new QuietBand(scaleOf(state), 1, Scaled.MOST, from, Long.MAX_VALUE, Ahead.NOTHING);
        boolean isFirst = true;
        for (PositionSide positionSide : PositionSide.values()) {
            SideState slot = state.sides().of(positionSide);
            if (slot.isOpen()) {
                if (!isAtRest(slot, state, context)) {
                    return NOTHING;
                }
                QuietBand within = band.within(slot);
                // a price that is better for one side is worse for another
                band = within.before(isFirst ? within.aheadOf(slot) : Ahead.NOTHING);
                isFirst = false;
            }
        }
        return band;
    }

    /**
     * Whether a price of {@code unscaled} times 10^-{@code priceScale} at {@code time}, epoch milliseconds, that is no older than the
     * newest mark changes nothing but the mark.
     */
    public boolean contains(long unscaled, int priceScale, long time) {
        if (time < from || time >= until) {
            return false;
        }
        long price = Scaled.exactly(unscaled, priceScale, scale);
        return price >= lowest && price <= highest;
    }

    /**
     * Whether a price as above, of which {@link #contains} is not true, changes nothing but the mark and the best price, and the stop
     * with that.
     */
    public boolean improves(long unscaled, int priceScale, long time) {
        if (time < ahead.from || time >= until) {
            return false;
        }
        long price = Scaled.exactly(unscaled, priceScale, scale);
        return price >= ahead.lowest && price <= ahead.highest;
    }

    /** The band after a price that {@link #improves} the best. */
    public QuietBand improvedTo(long unscaled, int priceScale) {
        long best = Scaled.exactly(unscaled, priceScale, scale);
        Ahead next;
        if (ahead.side == Side.LONG) {
            next = new Ahead(Side.LONG, best + 1, ahead.highest, ahead.limit, ahead.from);
            return new QuietBand(scale, Math.max(lowest, ahead.limit), best, from, until, next);
        }
        next = new Ahead(Side.SHORT, ahead.lowest, best - 1, ahead.limit, ahead.from);
        return new QuietBand(scale, best, Math.min(highest, ahead.limit), from, until, next);
    }

    /** Whether nothing is due when the symbol's clock stands at {@code clock}, epoch milliseconds. */
    public boolean isQuietAt(long clock) {
        return clock < until;
    }

    /** Whether nothing is due on {@code slot} at the next input, whatever it is. */
    private static boolean isAtRest(SideState slot, SymbolState state, DecisionContext context) {
        if (slot.plan().isEmpty()
                || slot.held().isPresent()
                || context.exitContext().isEmergency()) {
            return false;
        }
        boolean leverageIsNews = slot.position().leverage().isEmpty()
                && context.exitContext().leverage().isPresent();
        LivingPlan plan = slot.plan().get();
        return !leverageIsNews
                && !plan.stop().isTriggered()
                && !plan.stop().awaitsMark()
                && !awaitsReport(plan.sent(), context.policy().stop().reports().isInUse(state.reportsSeen()))
                && hasFollowed(plan, slot.position());
    }

    private static boolean awaitsReport(SentCommands orders, boolean reportsInUse) {
        Confirmation confirmation = orders.confirmation();
        boolean isUnconfirmed = orders.stop()
                .map(sent -> confirmation.version() < sent.version())
                .orElse(true);
        return confirmation.resend() || (reportsInUse && (isUnconfirmed || confirmation.filledAt() != Times.NEVER));
    }

    /** Whether the stop is where the best price so far wants it: an add may have moved the steps of the trail since. */
    private static boolean hasFollowed(LivingPlan plan, Position position) {
        Stop stop = plan.stop();
        return !stop.isArmed()
                || Trailing.after(stop, stop.best(), plan.terms(), plan.levels(position))
                        .equals(stop);
    }

    private QuietBand within(SideState slot) {
        LivingPlan plan = slot.plan().orElseThrow();
        Stop stop = plan.stop();
        QuietBand inTime = until(plan.terms()
                .stop()
                .maxHoldMs()
                .map(limit -> slot.times().opened() + limit)
                .orElse(Long.MAX_VALUE));
        Optional<BigDecimal> activation = stop.isArmed() ? Optional.empty() : stop.activationPrice();
        return slot.position().side() == Side.LONG
                ? activation
                        .map(inTime::below)
                        .orElse(inTime)
                        .above(stop.price())
                        .atMost(stop.best())
                : activation
                        .map(inTime::above)
                        .orElse(inTime)
                        .below(stop.price())
                        .atLeast(stop.best());
    }

    /** What is better than the best price of {@code slot}, which is at rest and the only one that is open. */
    private Ahead aheadOf(SideState slot) {
        LivingPlan plan = slot.plan().orElseThrow();
        Stop stop = plan.stop();
        Side side = slot.position().side();
        long since = Math.max(from, slot.times().lastIncrease());
        if (!stop.isArmed()) {
            return ahead(side, stop.best(), stop.activationPrice(), stop.price(), since);
        }
        BigDecimal sent = side.towardsProfit(plan.standingPrice(), plan.leastMove());
        BigDecimal gain =
                Trailing.gainBefore(sent, stop, plan.terms().trail().orElseThrow(), plan.levels(slot.position()));
        return ahead(side, stop.best(), Optional.of(side.towardsProfit(stop.best(), gain)), sent, since);
    }

    /** Better than {@code best} and the stop, which an add may have lifted past it, and short of {@code end}. */
    private Ahead ahead(Side side, BigDecimal best, Optional<BigDecimal> end, BigDecimal limit, long since) {
        return side == Side.LONG
                ? new Ahead(
                        side,
                        Math.max(lowest, Scaled.down(best, scale) + 1),
                        end.map(price -> Scaled.up(price, scale) - 1).orElse(Scaled.MOST),
                        Scaled.up(limit, scale),
                        since)
                : new Ahead(
                        side,
                        end.map(price -> Scaled.down(price, scale) + 1).orElse(1L),
                        Math.min(highest, Scaled.up(best, scale) - 1),
                        Scaled.down(limit, scale),
                        since);
    }

    private QuietBand before(Ahead better) {
        return new QuietBand(scale, lowest, highest, from, until, better);
    }

    private static int scaleOf(SymbolState state) {
        return state.mark().map(mark -> scaleOf(mark.price())).orElse(USUAL_SCALE);
    }

    private static int scaleOf(BigDecimal price) {
        int wholeDigits = price.precision() - price.scale();
        return Math.max(0, Math.min(DIGITS - wholeDigits, Math.max(USUAL_SCALE, price.scale())));
    }

    private QuietBand above(BigDecimal price) {
        return atLeast(Scaled.down(price, scale) + 1);
    }

    private QuietBand below(BigDecimal price) {
        return atMost(Scaled.up(price, scale) - 1);
    }

    private QuietBand atLeast(BigDecimal price) {
        return atLeast(Scaled.up(price, scale));
    }

    private QuietBand atMost(BigDecimal price) {
        return atMost(Scaled.down(price, scale));
    }

    private QuietBand atLeast(long price) {
        return new QuietBand(scale, Math.max(lowest, price), highest, from, until, ahead);
    }

    private QuietBand atMost(long price) {
        return new QuietBand(scale, lowest, Math.min(highest, price), from, until, ahead);
    }

    private QuietBand until(long time) {
        return new QuietBand(scale, lowest, highest, from, Math.min(until, time), ahead);
    }
}
