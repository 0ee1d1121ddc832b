package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The stop rules a living plan keeps, whatever the policy says later.
 *
 * @param minStepPct smallest sent improvement as a ratio of the last sent stop; 0 = every improvement
 * @param breakEven whether filled legs lift the stop
 * @param maxMarginLoss largest share of margin that may be lost; empty = no risk floor
 * @param minDistancePct the tightest stop that can still protect
 * @param maxHoldMs time limit in milliseconds; empty = none
 */
public record StopTerms(
        BigDecimal minStepPct,
        boolean breakEven,
        Optional<BigDecimal> maxMarginLoss,
        BigDecimal minDistancePct,
        Optional<Long> maxHoldMs) {}
