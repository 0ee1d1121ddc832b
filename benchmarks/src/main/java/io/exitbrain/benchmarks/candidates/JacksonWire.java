package io.exitbrain.benchmarks.candidates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exitbrain.domain.MarkPrice;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything by jackson-databind, with readers and writers made once. */
final class JacksonWire implements Wire {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectReader prices = MAPPER.readerFor(JsonPrice.class);
    private final ObjectWriter commands = MAPPER.writerFor(JsonCommand.class);
    private final ObjectWriter states = MAPPER.writerFor(HeldPlan.class);

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
