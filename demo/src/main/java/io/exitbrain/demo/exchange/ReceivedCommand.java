package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/** A trailing-stop command as the exchange receives it from the engine. */
public record ReceivedCommand(
        String commandId,
        String planId,
        int version,
        String symbol,
        Action action,
        String reason,
        TradeSide orderSide,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> stopPrice,
        Optional<BigDecimal> previousStopPrice) {

    /** The action that the engine requests. */
    public enum Action {
        PLACE,
        MOVE,
        RESIZE,
        EXIT,
        CANCEL
    }
}
