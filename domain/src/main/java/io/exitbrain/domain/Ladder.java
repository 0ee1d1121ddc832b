package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * The take-profit legs of a plan, nearest first.
 *
 * @param closed quantity closed that counts towards the legs since they were last computed
 */
public record Ladder(List<Leg> legs, BigDecimal closed) {

    public static final Ladder NONE = new Ladder(List.of(), BigDecimal.ZERO);

    public Ladder {
        legs = List.copyOf(legs);
    }
}
