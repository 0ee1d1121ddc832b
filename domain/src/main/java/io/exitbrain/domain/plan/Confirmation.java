package io.exitbrain.domain.plan;

import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the executor said about the stop.
 *
 * @param version newest confirmed stop version that stands, 0 = none
 * @param price stop price of that version
 * @param failures stops in a row that were rejected, canceled or never confirmed
 * @param alarmSince since when no wanted stop is known to stand, on the symbol's clock
 * @param filledAt when a stop was reported FILLED while the position is still open, on the symbol's clock
 * @param resend the newest stop failed and is to be sent again once its wait is over
 */
public record Confirmation(
        int version, Optional<BigDecimal> price, int failures, long alarmSince, long filledAt, boolean resend) {

    public static final Confirmation NONE = new Confirmation(0, Optional.empty(), 0, Times.NEVER, Times.NEVER, false);

    /** Failures in a row after which the stop is sent again only at the pace of exit retries. */
    private static final int PATIENCE = 3;

    public Confirmation of(SentCommands.SentStop stop) {
        return new Confirmation(stop.version(), Optional.of(stop.price()), 0, Times.NEVER, filledAt, false);
    }

    public Confirmation failedAt(long time) {
        return new Confirmation(
                version, price, failures + 1, alarmSince == Times.NEVER ? time : alarmSince, filledAt, true);
    }

    /** No stop stands at the exchange any more. */
    public Confirmation withNothingStanding() {
        return new Confirmation(0, Optional.empty(), failures, alarmSince, filledAt, resend);
    }

    public Confirmation filledAt(long time) {
        return new Confirmation(version, price, failures, alarmSince, time, resend);
    }

    public Confirmation sentAgain() {
        return new Confirmation(version, price, failures, alarmSince, filledAt, false);
    }

    /** How long a stop may stay unconfirmed, or a failed one unsent, in milliseconds. */
    public long patienceMs(StopPolicy policy) {
        return failures < PATIENCE ? policy.confirmWithinMs() : policy.exitRetryMs();
    }
}
