package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The mark prices that change nothing of a symbol but its newest mark: better than the stop, no better than the best price, short of
 * the activation. Computed once from a state and asked for each price, so that most prices cost two comparisons; what is not in the
 * band goes through {@link ExitRules}, which remain the only place that decides.
 *
 * @param above exclusive
 * @param below exclusive
 * @param least inclusive
 * @param most inclusive
 * @param from first time, epoch milliseconds, inclusive
 * @param until end of that time, exclusive
 */
public record QuietBand(BigDecimal above, BigDecimal below, BigDecimal least, BigDecimal most, long from, long until) {

    /** Beyond every price that a message can carry. */
    private static final BigDecimal ENDLESS = new BigDecimal("1E+66");

    private static final QuietBand EVERYTHING =
            new QuietBand(BigDecimal.ZERO, ENDLESS, BigDecimal.ZERO, ENDLESS, Long.MIN_VALUE, Long.MAX_VALUE);

    private static final QuietBand NOTHING =
            new QuietBand(ENDLESS, BigDecimal.ZERO, ENDLESS, BigDecimal.ZERO, Long.MAX_VALUE, Long.MIN_VALUE);

    /** The band of {@code state} under {@code around}; it holds until either changes. */
    public static QuietBand of(SymbolState state, Circumstances around) {
        QuietBand band =
                EVERYTHING.from(state.newestOtherTime() - around.policy().stop().maxPriceAgeMs());
        for (PositionSide positionSide : PositionSide.values()) {
            Slot slot = state.slots().of(positionSide);
            if (slot.isOpen()) {
                band = isAtRest(slot, state, around) ? band.within(slot) : NOTHING;
            }
            if (band.equals(NOTHING)) {
                return band;
            }
        }
        return band;
    }

    /** Whether {@code price}, at least as new as the mark of {@code state}, changes nothing but that mark. */
    public boolean contains(MarkPrice price, SymbolState state) {
        return price.time() >= from
                && price.time() < until
                && price.price().compareTo(most) <= 0
                && price.price().compareTo(above) > 0
                && price.price().compareTo(below) < 0
                && price.price().compareTo(least) >= 0
                && price.faults().isEmpty()
                && state.mark().map(mark -> mark.time() <= price.time()).orElse(true);
    }

    /** Whether nothing is due on {@code slot} at the next input, whatever it is. */
    private static boolean isAtRest(Slot slot, SymbolState state, Circumstances around) {
        if (slot.plan().isEmpty() || slot.held().isPresent() || around.context().isEmergency()) {
            return false;
        }
        boolean leverageIsNews = slot.position().leverage().isEmpty()
                && around.context().leverage().isPresent();
        LivingPlan plan = slot.plan().get();
        return !leverageIsNews
                && !plan.stop().isTriggered()
                && !plan.stop().awaitsMark()
                && !awaitsReport(plan.orders(), around.policy().stop().reports().isInUse(state.reportsSeen()))
                && hasFollowed(plan, slot.position());
    }

    private static boolean awaitsReport(Orders orders, boolean reportsInUse) {
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

    private QuietBand within(Slot slot) {
        LivingPlan plan = slot.plan().orElseThrow();
        Stop stop = plan.stop();
        QuietBand inTime = until(plan.terms()
                .stop()
                .maxHoldMs()
                .map(limit -> slot.times().opened() + limit)
                .orElse(Long.MAX_VALUE));
        Optional<BigDecimal> activation = stop.isArmed() ? Optional.empty() : stop.activationPrice();
        return slot.position().side() == Side.LONG
                ? inTime.between(stop.price(), activation.orElse(ENDLESS)).best(BigDecimal.ZERO, stop.best())
                : inTime.between(activation.orElse(BigDecimal.ZERO), stop.price())
                        .best(stop.best(), ENDLESS);
    }

    private QuietBand between(BigDecimal lower, BigDecimal upper) {
        return new QuietBand(above.max(lower), below.min(upper), least, most, from, until);
    }

    private QuietBand best(BigDecimal lowest, BigDecimal highest) {
        return new QuietBand(above, below, least.max(lowest), most.min(highest), from, until);
    }

    private QuietBand from(long time) {
        return new QuietBand(above, below, least, most, Math.max(from, time), until);
    }

    private QuietBand until(long time) {
        return new QuietBand(above, below, least, most, from, Math.min(until, time));
    }
}
