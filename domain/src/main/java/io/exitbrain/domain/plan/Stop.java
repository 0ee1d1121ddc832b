package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Reason;
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
        Stop.State state,
        BigDecimal price,
        BigDecimal best,
        BigDecimal lossPrice,
        Optional<BigDecimal> activationPrice,
        boolean movedByTrail,
        boolean awaitsMark) {

    public boolean isTriggered() {
        return state == Stop.State.TRIGGERED;
    }

    public boolean isArmed() {
        return state == Stop.State.TRAILING;
    }

    /** Where an exit at this stop comes from. */
    public Reason exitReason() {
        return movedByTrail ? Reason.TRAILING_STOP : Reason.STOP_LOSS;
    }

    public Stop as(Stop.State state) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }

    public Stop at(BigDecimal price) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }

    Stop trailedTo(BigDecimal price) {
        return new Stop(state, price, best, lossPrice, activationPrice, true, awaitsMark);
    }

    Stop withBest(BigDecimal best) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }

    public Stop withMarkSeen() {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, false);
    }

    public Stop pricedFrom(BigDecimal lossPrice, Optional<BigDecimal> activationPrice) {
        return new Stop(state, price, best, lossPrice, activationPrice, movedByTrail, awaitsMark);
    }

    /** What the stop does now. */
    public enum State {
        /** Static: stands where it was put until the trail is armed or a take-profit leg lifts it. */
        WATCHING,
        /** Armed: follows the best price. */
        TRAILING,
        /** An EXIT was sent: only its retry or a CANCEL may follow. */
        TRIGGERED
    }
}
