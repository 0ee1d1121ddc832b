package io.exitbrain.domain.plan;

import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The executor's confirmation of the stop. Times are on the symbol's clock.
 *
 * @param version newest confirmed stop version that stands at the exchange, 0 = none
 * @param price stop price of that version
 * @param failures number of consecutive stops that were rejected, canceled or not confirmed
 * @param alarmSince time since which the wanted stop is not known to stand at the exchange
 * @param filledAt time at which a stop was reported FILLED while the position was still open
 * @param resend whether the newest stop failed and will be sent again after {@link #patienceMs}
 */
public record Confirmation(
        int version, Optional<BigDecimal> price, int failures, long alarmSince, long filledAt, boolean resend) {

    public static final Confirmation NONE = new Confirmation(0, Optional.empty(), 0, Times.NEVER, Times.NEVER, false);

    /** After this many consecutive failures the stop is sent again at the interval of exit retries. */
    private static final int MAX_FAST_RESENDS = 3;

    public Confirmation of(SentCommands.SentStop stop) {
        return new Confirmation(stop.version(), Optional.of(stop.price()), 0, Times.NEVER, filledAt, false);
    }

    public Confirmation failedAt(long time) {
        return new Confirmation(
                version, price, failures + 1, alarmSince == Times.NEVER ? time : alarmSince, filledAt, true);
    }

    /** The confirmation after the stop at the exchange is gone. */
    public Confirmation withNothingStanding() {
        return new Confirmation(0, Optional.empty(), failures, alarmSince, filledAt, resend);
    }

    public Confirmation filledAt(long time) {
        return new Confirmation(version, price, failures, alarmSince, time, resend);
    }

    public Confirmation sentAgain() {
        return new Confirmation(version, price, failures, alarmSince, filledAt, false);
    }

    /** The longest time that a stop may be unconfirmed, and the wait before a failed stop is sent again, in milliseconds. */
    public long patienceMs(StopPolicy policy) {
        return failures < MAX_FAST_RESENDS ? policy.confirmWithinMs() : policy.exitRetryMs();
    }
}
