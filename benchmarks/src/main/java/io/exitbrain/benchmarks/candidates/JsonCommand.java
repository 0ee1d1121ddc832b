package io.exitbrain.benchmarks.candidates;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.exitbrain.domain.Action;
import io.exitbrain.domain.MarkPrice;
import io.exitbrain.domain.OrderSide;
import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Reason;
import java.math.BigDecimal;

/** A stop command as databind writes it: the fields of the engine's own. */
record JsonCommand(
        String commandId,
        String planId,
        int version,
        String symbol,
        PositionSide positionSide,
        Action action,
        Reason reason,
        OrderSide orderSide,
        boolean reduceOnly,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal stopPrice,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal previousStopPrice,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal markPrice,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal bestPrice,
        long time) {

    static JsonCommand move(HeldPlan before, HeldPlan after, MarkPrice price) {
        return new JsonCommand(
                after.planId() + "-" + after.version(),
                after.planId(),
                after.version(),
                after.symbol(),
                PositionSide.BOTH,
                Action.MOVE,
                Reason.TRAIL,
                OrderSide.SELL,
                true,
                after.quantity(),
                after.sent(),
                before.sent(),
                price.price(),
                after.best(),
                price.time());
    }
}
