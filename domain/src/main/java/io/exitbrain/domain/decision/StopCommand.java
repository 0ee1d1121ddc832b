package io.exitbrain.domain.decision;

import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A command to the executor ({@code trailing-stop-commands}). It is always reduce-only, is triggered by the mark price, and is never
 * larger than the open quantity.
 * @param version grows by exactly 1 per command of a plan; only an EXIT repeats its version
 * @param quantity empty for CANCEL
 * @param stopPrice empty for CANCEL, and for an EXIT of a position that never had a stop
 * @param maxQuantity the exchange's largest order quantity if {@code quantity} exceeds it: the executor splits the order
 * @param markPrice the newest mark; empty if there was none
 * @param time epoch milliseconds
 */
public record StopCommand(
        String planId,
        int version,
        String symbol,
        PositionSide positionSide,
        Action action,
        Reason reason,
        OrderSide orderSide,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> stopPrice,
        Optional<BigDecimal> previousStopPrice,
        Optional<BigDecimal> markPrice,
        Optional<BigDecimal> bestPrice,
        Optional<BigDecimal> maxQuantity,
        long time) {

    public StopCommand {
        Require.that(version >= 1, "version must be >= 1, was %s", version);
        Require.that(
                (action == Action.CANCEL) == quantity.isEmpty(), "%s must say a quantity, was %s", action, quantity);
    }

    /** planId and version. A repeated command has the same id. */
    public String commandId() {
        return planId + "-" + version;
    }
}
