package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.List;

/**
 * An exit plan as the exchange receives it from the engine, with its open take-profit legs.
 *
 * @param side LONG or SHORT
 * @param origin FILL, ORPHAN or FALLBACK
 * @param legCount the number of planned legs, without the skipped ones
 */
public record ReceivedPlan(
        String planId, String symbol, String side, String origin, String strategy, int legCount, List<Leg> openLegs) {

    public ReceivedPlan {
        openLegs = List.copyOf(openLegs);
    }

    boolean isFor(ExchangePosition position) {
        return position.sign() == (side.equals("LONG") ? 1 : -1);
    }

    /** A take-profit order. A limit order fills at its price, a market order at the mark price. */
    public record Leg(int index, BigDecimal price, BigDecimal quantity, boolean limit) {

        boolean isReachedBy(BigDecimal mark, int sign) {
            return mark.compareTo(price) * sign >= 0;
        }

        boolean isPassedBy(BigDecimal mark, int sign) {
            return mark.compareTo(price) * sign > 0;
        }
    }
}
