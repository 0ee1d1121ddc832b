package io.exitbrain.domain.plan;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.rules.PlanId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What makes a plan this plan.
 *
 * @param planId 16 characters, see {@link PlanId}
 * @param initialQuantity open quantity when the instance was opened
 * @param strategyId the model that opened the trade, where it said so
 * @param sourceFillId the fill that opened the position, or was adopted
 * @param createdAt epoch milliseconds
 */
public record PlanIdentity(
        String planId,
        Origin origin,
        BigDecimal initialQuantity,
        Optional<String> strategyId,
        Optional<String> sourceFillId,
        long createdAt) {

    /** This identity with what {@code fill}, already in the position, says of where it came from and nobody said before. */
    public PlanIdentity adopting(Fill fill) {
        return new PlanIdentity(
                planId,
                origin,
                initialQuantity,
                strategyId.or(fill.hints()::strategyId),
                sourceFillId.or(fill::fillId),
                createdAt);
    }
}
