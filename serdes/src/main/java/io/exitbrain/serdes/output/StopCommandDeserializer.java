package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code trailing-stop-commands}. */
public final class StopCommandDeserializer implements Deserializer<StopCommand> {

    @Override
    public @Nullable StopCommand deserialize(@Nullable String topic, byte @Nullable [] value) {
        return value == null ? null : JsonIn.read("stop command", value, StopCommandDeserializer::command);
    }

    private static StopCommand command(JsonIn in) {
        return new StopCommand(
                in.text("planId"),
                in.integer("version"),
                in.text("symbol"),
                in.word("positionSide", PositionSide.class),
                in.word("action", Action.class),
                in.word("reason", Reason.class),
                in.word("orderSide", OrderSide.class),
                in.optionalDecimal("quantity"),
                in.optionalDecimal("stopPrice"),
                in.optionalDecimal("previousStopPrice"),
                in.optionalDecimal("markPrice"),
                in.optionalDecimal("bestPrice"),
                in.optionalDecimal("maxQuantity"),
                in.number("time"));
    }
}
