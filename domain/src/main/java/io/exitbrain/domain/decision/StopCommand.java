package io.exitbrain.domain.decision;

import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An order to the executor ({@code trailing-stop-commands}). Always reduce-only, measured against the mark price, never larger than
 * what is open.
 *
 * @param version grows by exactly 1 per command of a plan; only an EXIT repeats its own
 * @param quantity empty for CANCEL
 * @param stopPrice empty for CANCEL
 * @param markPrice the newest mark; empty when none was seen
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
        BigDecimal bestPrice,
        long time) {

    public StopCommand {
        Require.that(version >= 1, "version must be >= 1, was %s", version);
        Require.that(
                (action == Action.CANCEL) == quantity.isEmpty(), "%s must say a quantity, was %s", action, quantity);
    }

    /** planId and version: the same command has the same id however often it is sent. */
    public String commandId() {
        return planId + "-" + version;
    }
}
