package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.StopCommand;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the values of {@code trailing-stop-commands}. */
public final class StopCommandWriter implements Serializer<StopCommand> {

    @Override
    public byte @Nullable [] serialize(@Nullable String topic, @Nullable StopCommand command) {
        return command == null ? null : JsonOut.bytes(out -> command(out, command));
    }

    private static void command(JsonOut out, StopCommand command) {
        out.text("commandId", command.commandId())
                .text("planId", command.planId())
                .number("version", command.version())
                .text("symbol", command.symbol())
                .word("positionSide", command.positionSide())
                .word("action", command.action())
                .word("reason", command.reason())
                .word("orderSide", command.orderSide())
                .decimal("quantity", command.quantity())
                .decimal("stopPrice", command.stopPrice())
                .decimal("previousStopPrice", command.previousStopPrice())
                .flag("reduceOnly", true)
                .text("workingType", "MARK_PRICE")
                .decimal("markPrice", command.markPrice())
                .decimal("bestPrice", command.bestPrice());
        command.maxQuantity().ifPresent(limit -> out.decimal("maxQuantity", limit));
        out.number("time", command.time());
    }
}
