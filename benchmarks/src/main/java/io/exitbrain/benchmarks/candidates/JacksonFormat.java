package io.exitbrain.benchmarks.candidates;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The values as jackson-databind reads and writes them; its readers and writers are created once. */
final class JacksonFormat implements WireFormat {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectReader prices = MAPPER.readerFor(JsonPrice.class);
    private final ObjectWriter commands = MAPPER.writerFor(JsonCommand.class);
    private final ObjectWriter states = MAPPER.writerFor(HeldPlan.class);

    /** The mark price of the exchange. */
    record JsonPrice(
            @JsonProperty("s") String symbol,
            @JsonProperty("p") BigDecimal price,
            @JsonProperty("E") long time) {}

    /** A stop command, with the same fields as the command of the engine. */
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

    @Override
    public MarkPrice price(ConsumerRecord<String, byte[]> price) {
        try {
            JsonPrice read = prices.readValue(price.value());
            return new MarkPrice(price.key(), read.price(), read.time());
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    @Override
    public byte[] command(HeldPlan before, HeldPlan after, MarkPrice price) {
        return bytes(commands, JsonCommand.move(before, after, price));
    }

    @Override
    public byte[] plan(HeldPlan plan) {
        return state(plan);
    }

    @Override
    public byte[] state(HeldPlan plan) {
        return bytes(states, plan);
    }

    private static byte[] bytes(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
