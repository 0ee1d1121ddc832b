package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.List;

/**
 * An exit plan as an executor reads it: whose it is and which take-profit legs still wait.
 *
 * @param side LONG or SHORT
 * @param origin FILL, ORPHAN or FALLBACK
 * @param legCount the legs that were planned, the skipped ones left out
 */
public record Planned(
        String planId, String symbol, String side, String origin, String strategy, int legCount, List<Leg> openLegs) {

    public Planned {
        openLegs = List.copyOf(openLegs);
    }

    boolean isFor(Position position) {
        return position.sign() == (side.equals("LONG") ? 1 : -1);
    }

    /** A take-profit order: LIMIT trades at its price, MARKET at the mark. */
    public record Leg(int index, BigDecimal price, BigDecimal quantity, boolean limit) {

        boolean isReachedBy(BigDecimal mark, int sign) {
            return mark.compareTo(price) * sign >= 0;
        }
    }
}
