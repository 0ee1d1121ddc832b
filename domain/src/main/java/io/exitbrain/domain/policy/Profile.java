package io.exitbrain.domain.policy;

import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A named exit profile: take-profit ladder, trailing rule and optional time limit.
 * @param takeProfit the fractions sum to at most 1; if it is empty, the trailing stop closes the whole position
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

    /** {@code scaled_tp} if the legs cover the whole position, else {@code trailing_tp}: the trailing stop closes the remainder. */
    public String strategy() {
        return coversAll() ? "scaled_tp" : "trailing_tp";
    }

    boolean coversAll() {
        return sum(takeProfit).compareTo(BigDecimal.ONE) == 0;
    }

    private static BigDecimal sum(List<Profile.TakeProfit> legs) {
        return legs.stream().map(Profile.TakeProfit::fraction).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A take-profit leg of a profile: its distance, and its share of the initial quantity, in (0,1]. */
    public record TakeProfit(Distance at, BigDecimal fraction, Execution execution) {}
}
