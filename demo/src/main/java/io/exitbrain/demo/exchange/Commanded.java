package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/** A trailing-stop command as an executor reads it. */
public record Commanded(
        String commandId,
        String planId,
        int version,
        String symbol,
        Action action,
        String reason,
        OrderSide orderSide,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> stopPrice,
        Optional<BigDecimal> previousStopPrice) {

    /** What the executor is asked to do. */
    public enum Action {
        PLACE,
        MOVE,
        RESIZE,
        EXIT,
        CANCEL
    }
}
