package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.serdes.output.OutputSerdes;
import io.exitbrain.serdes.price.MarkPriceReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** The values as the reader and the writer of the engine handle them, and a state of a few dozen bytes. */
final class ByteFormat implements WireFormat {

    private static final int MAX_STATE_BYTES = 512;

    private final MarkPriceReader prices = new MarkPriceReader();
    private final Serializer<StopCommand> commands = OutputSerdes.stopCommand().serializer();
    private final ByteBuffer state = ByteBuffer.allocate(MAX_STATE_BYTES);

    @Override
    public MarkPrice price(ConsumerRecord<String, byte[]> price) {
        return prices.read(price.key(), price.value(), price.timestamp())
                .fold(
                        accepted -> accepted.message(),
                        refused -> {
                            throw unread(refused.reason());
                        },
                        skipped -> {
                            throw unread(skipped.kind());
                        },
                        several -> {
                            throw unread("several messages");
                        });
    }

    @Override
    public byte[] command(HeldPlan before, HeldPlan after, MarkPrice price) {
        return commands.serialize(
                "",
                new StopCommand(
                        after.planId(),
                        after.version(),
                        after.symbol(),
                        PositionSide.BOTH,
                        Action.MOVE,
                        Reason.TRAIL,
                        OrderSide.SELL,
                        Optional.of(after.quantity()),
                        Optional.of(after.sent()),
                        Optional.of(before.sent()),
                        Optional.of(price.price()),
                        Optional.of(after.best()),
                        Optional.empty(),
                        price.time()));
    }

    @Override
    public byte[] plan(HeldPlan plan) {
        StringBuilder json = new StringBuilder("{\"planId\":\"").append(plan.planId());
        json.append("\",\"symbol\":\"").append(plan.symbol());
        json.append("\",\"entryPrice\":\"").append(plan.entryPrice().toPlainString());
        json.append("\",\"quantity\":\"").append(plan.quantity().toPlainString());
        json.append("\",\"stopPrice\":\"").append(plan.stop().toPlainString());
        json.append("\",\"legs\":[");
        plan.legs()
                .forEach(leg -> json.append(leg.index() == 1 ? "" : ",")
                        .append("{\"price\":\"")
                        .append(leg.price().toPlainString())
                        .append("\",\"quantity\":\"")
                        .append(leg.quantity().toPlainString())
                        .append("\"}"));
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] state(HeldPlan plan) {
        state.clear();
        put(plan.planId());
        state.putInt(plan.version()).putLong(plan.updatedAt());
        put(plan.entryPrice());
        put(plan.quantity());
        put(plan.best());
        put(plan.stop());
        put(plan.sent());
        plan.legs().forEach(leg -> {
            put(leg.price());
            put(leg.quantity());
            put(leg.status());
        });
        byte[] written = new byte[state.position()];
        state.flip().get(written);
        return written;
    }

    private void put(BigDecimal number) {
        state.put((byte) number.scale()).putLong(number.unscaledValue().longValueExact());
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        state.put((byte) bytes.length).put(bytes);
    }

    private static IllegalArgumentException unread(String reason) {
        return new IllegalArgumentException(reason);
    }
}
