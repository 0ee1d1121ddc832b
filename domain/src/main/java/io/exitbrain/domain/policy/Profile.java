package io.exitbrain.domain.policy;

import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A named exit profile: take-profit ladder, trailing rule and optional time limit.
 *
 * @param takeProfit fractions sum to at most 1; may be empty: everything runs on the trail
 */
public record Profile(String name, List<Profile.TakeProfit> takeProfit, Trail trailing, Optional<Long> maxHoldMs) {

    public Profile {
        takeProfit = List.copyOf(takeProfit);
        Require.that(
                sum(takeProfit).compareTo(BigDecimal.ONE) <= 0,
                "fractions of profile %s must sum to at most 1, were %s",
                name,
                sum(takeProfit));
    }

    /** {@code scaled_tp} where the legs cover the whole position, else {@code trailing_tp}: a remainder runs on the trail alone. */
    public String strategy() {
        return coversAll() ? "scaled_tp" : "trailing_tp";
    }

    boolean coversAll() {
        return sum(takeProfit).compareTo(BigDecimal.ONE) == 0;
    }

    private static BigDecimal sum(List<Profile.TakeProfit> legs) {
        return legs.stream().map(Profile.TakeProfit::fraction).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A take-profit leg of a profile: where, and what share of the initial quantity, in (0,1]. */
    public record TakeProfit(Distance at, BigDecimal fraction, Execution execution) {}
}
