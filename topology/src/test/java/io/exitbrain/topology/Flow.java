package io.exitbrain.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.replay.FlowDriver;
import io.exitbrain.topology.replay.ReplayDriver;
import io.exitbrain.topology.vitals.Vitals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The live topology in a test driver, with JSON records. */
final class Flow implements AutoCloseable {

    static final long START = 1_764_000_000_000L;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FlowContext flow;
    private final ReplayDriver driver;
    private long time = START;

    Flow() {
        this(Policy.DEFAULT);
    }

    Flow(Policy policy) {
        this(FlowContext.with(policy));
    }

    Flow(FlowContext flow) {
        this.flow = flow;
        driver = ReplayDriver.start(flow, START);
    }

    Flow sends(String topic, String key, String value) {
        driver.send(
                topic, Optional.of(key), Optional.of(value.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), time);
        time += 10;
        return this;
    }

    Flow sendsUnkeyed(String topic, String value) {
        driver.send(
                topic, Optional.empty(), Optional.of(value.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), time);
        time += 10;
        return this;
    }

    Flow sendsNull(String topic, String key) {
        driver.send(topic, Optional.of(key), Optional.empty(), time);
        time += 10;
        return this;
    }

    Flow waits(long milliseconds) {
        time += milliseconds;
        driver.advanceWallClock(milliseconds);
        return this;
    }

    Vitals vitals() {
        return flow.vitals();
    }

    /** The records emitted since the last call, each as the text {@code topic key ...}. */
    List<String> lines() {
        return driver.emitted().stream()
                .filter(record -> !record.topic().endsWith("exit-events"))
                .map(Flow::inWords)
                .toList();
    }

    List<FlowDriver.Emitted> emitted() {
        return driver.emitted();
    }

    private static String inWords(FlowDriver.Emitted record) {
        String key = record.key().orElse("-");
        if (record.reason().isPresent()) {
            return record.topic() + " " + key + " " + record.reason().get();
        }
        return record.topic() + " " + key + " "
                + record.value().map(Flow::shortly).orElse("gone");
    }

    private static String shortly(byte[] value) {
        JsonNode json = parse(value);
        return json.has("action")
                ? "v%s %s %s %s"
                        .formatted(
                                json.path("version").asText(),
                                json.path("action").asText(),
                                json.path("stopPrice").asText(),
                                json.path("quantity").asText())
                : json.path("origin").asText() + " " + json.path("quantity").asText();
    }

    static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(new String(value, StandardCharsets.UTF_8));
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("the flow writes JSON", notJson);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
