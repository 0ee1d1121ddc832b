package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The stop of a plan. It protects the whole open quantity and never gets worse. A plan that only exits a position without any known price
 * has the price 0, which is no stop.
 *
 * @param price exact price of the stop; the last sent price may lag by less than the minimum step
 * @param best best price so far, starts at the entry
 * @param activationPrice price that arms the trail; empty without a trail
 * @param movedByTrail whether the trail has moved the stop
 * @param awaitsMark whether the orphan was found without a mark price: rule 2.8 is applied at the first mark
 */
public record Stop(
        Stop.State state,
        BigDecimal price,
        BigDecimal best,
        Optional<BigDecimal> activationPrice,
        boolean movedByTrail,
        boolean awaitsMark) {

    public boolean isTriggered() {
        return state == Stop.State.TRIGGERED;
    }

    public boolean isArmed() {
        return state == Stop.State.TRAILING;
    }

    /** The reason of an exit at this stop. */
    public Reason exitReason() {
        return movedByTrail ? Reason.TRAILING_STOP : Reason.STOP_LOSS;
    }

    public Stop as(Stop.State state) {
        return new Stop(state, price, best, activationPrice, movedByTrail, awaitsMark);
    }

    public Stop at(BigDecimal price) {
        return new Stop(state, price, best, activationPrice, movedByTrail, awaitsMark);
    }

    Stop trailedTo(BigDecimal price) {
        return new Stop(state, price, best, activationPrice, true, awaitsMark);
    }

    Stop withBest(BigDecimal best) {
        return new Stop(state, price, best, activationPrice, movedByTrail, awaitsMark);
    }

    public Stop withMarkSeen() {
        return new Stop(state, price, best, activationPrice, movedByTrail, false);
    }

    public Stop armedAt(Optional<BigDecimal> activationPrice) {
        return new Stop(state, price, best, activationPrice, movedByTrail, awaitsMark);
    }

    /** The state of a stop. */
    public enum State {
        /** Static: it stays at its price until the trail is armed or a filled take-profit leg improves it. */
        WATCHING,
        /** Armed: it follows the best price. */
        TRAILING,
        /** An EXIT was sent: only a retry of it or a CANCEL may follow. */
        TRIGGERED
    }
}
