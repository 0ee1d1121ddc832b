package io.exitbrain.domain.input;

import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.List;

/**
 * A record of {@code positions} that tells only the leverage of a symbol, for example after the trader changed it.
 *
 * @param positionSide BOTH = every side of the symbol
 * @param leverage >= 1
 * @param time epoch milliseconds
 */
public record LeverageNotice(String symbol, PositionSide positionSide, BigDecimal leverage, long time)
        implements PositionUpdate {

    @Override
    public String describe() {
        return "leverage " + leverage.toPlainString();
    }

    @Override
    public List<Snapshot> snapshots() {
        return List.of();
    }

    /** Whether the notice counts for {@code side}. */
    public boolean concerns(PositionSide side) {
        return positionSide == PositionSide.BOTH || positionSide == side;
    }
}
