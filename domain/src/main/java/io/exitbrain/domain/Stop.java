package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The one stop of a plan: protects the whole open quantity and only ever gets better.
 *
 * @param price where it stands, exact (what was sent may lag by less than the minimum step)
 * @param best best price seen, starts at the entry
 * @param lossPrice the stop loss of the plan's entry
 * @param activationPrice where the trail is armed; empty without a trail
 * @param movedByTrail whether the trail ever moved it
 * @param awaitsMark an orphan found without a mark price: rule 2.8 waits for the first one
 */
public record Stop(
        StopState state,
        BigDecimal price,
        BigDecimal best,
        BigDecimal lossPrice,
        Optional<BigDecimal> activationPrice,
        boolean movedByTrail,
        boolean awaitsMark) {

    public boolean isTriggered() {
        return state == StopState.TRIGGERED;
    }

    public boolean isArmed() {
        return state == StopState.TRAILING;
    }

    /** Where an exit at this stop comes from. */
    Reason exitReason() {
        return movedByTrail ? Reason.TRAILING_STOP : Reason.STOP_LOSS;
    }

    Stop as(StopState state) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }

    Stop at(BigDecimal price) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }

    Stop trailedTo(BigDecimal price) {
        return new Stop(state, price, best, lossPrice, activationPrice, true, awaitsMark);
    }

    Stop withBest(BigDecimal best) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }

    Stop withMarkSeen() {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, false);
    }

    Stop pricedFrom(BigDecimal lossPrice, Optional<BigDecimal> activationPrice) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }
}
