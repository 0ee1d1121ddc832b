package io.exitbrain.domain.plan;

import io.exitbrain.domain.input.Fill;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The identity of a plan. It does not change with the market.
 *
 * @param planId 16 characters, see {@link PlanId}
 * @param initialQuantity open quantity at the opening of the instance
 * @param strategyId the model that opened the trade; empty = unknown
 * @param sourceFillId the fill that opened the position or was adopted
 * @param createdAt epoch milliseconds
 */
public record PlanIdentity(
        String planId,
        Origin origin,
        BigDecimal initialQuantity,
        Optional<String> strategyId,
        Optional<String> sourceFillId,
        long createdAt) {

    /** This identity with its unknown fields taken from {@code fill}, which the position already contains. */
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
