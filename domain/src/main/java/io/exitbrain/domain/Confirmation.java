package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the executor said about the stop.
 *
 * @param version newest confirmed stop version, 0 = none
 * @param price stop price of that version
 * @param failures stops in a row that were rejected, canceled or never confirmed
 * @param alarmSince since when no wanted stop is known to stand, on the symbol's clock
 * @param filledAt when a stop was reported FILLED while the position is still open, on the symbol's clock
 */
public record Confirmation(int version, Optional<BigDecimal> price, int failures, long alarmSince, long filledAt) {

    public static final Confirmation NONE = new Confirmation(0, Optional.empty(), 0, Times.NEVER, Times.NEVER);
}
