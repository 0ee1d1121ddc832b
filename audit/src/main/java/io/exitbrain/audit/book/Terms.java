package io.exitbrain.audit.book;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.StopPolicy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The numbers of a policy that an audit needs.
 *
 * @param settleMs how long before its time a row may have been taken
 * @param maxCallback the largest callback, as a ratio of price
 * @param hasTimeLimit whether a profile closes positions after a time
 * @param maxLeverage above it no stop can protect a position; empty = there is no risk floor
 */
public record Terms(long settleMs, BigDecimal maxCallback, Optional<BigDecimal> maxLeverage, boolean hasTimeLimit) {

    /** The numbers of {@code policy}. */
    public static Terms of(Policy policy) {
        StopPolicy stop = policy.stop();
        return new Terms(
                stop.settleMs(),
                stop.maxCallbackPct(),
                stop.maxMarginLoss().map(loss -> loss.divide(stop.minDistancePct(), MathContext.DECIMAL64)),
                policy.profiles().values().stream()
                        .anyMatch(profile -> profile.maxHoldMs().isPresent()));
    }
}
