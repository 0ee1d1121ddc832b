package io.exitbrain.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.fast.state.CachedStates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions are both emitted and kept, or neither. */
class DecideProcessorTest {

    private static final byte[] POSITION =
            "{\"positionAmt\":\"1\",\"entryPrice\":\"100\",\"markPrice\":\"100\",\"leverage\":5}"
                    .getBytes(StandardCharsets.UTF_8);

    private final FlowContext flow = FlowContext.with(Policy.DEFAULT);
    private final List<String> emitted = new ArrayList<>();
    private boolean isDefective;
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), properties());
    private final TestInputTopic<String, byte[]> positions =
            driver.createInputTopic("positions", new StringSerializer(), new ByteArraySerializer());

    private final TestOutputTopic<String, byte[]> deadLetters =
            driver.createOutputTopic("dead-letters", new StringDeserializer(), new ByteArrayDeserializer());

    private Topology topology() {
        return new Topology()
                .addSource("positions", new StringDeserializer(), (topic, value) -> parsed(value), "positions")
                .addProcessor(
                        "protect-orphans",
                        () -> new DecideProcessor<>(flow, ExitTopology.PLANS_STORE, ExitRules::onPositions),
                        "positions")
                .addStateStore(CachedStates.builder(ExitTopology.PLANS_STORE, flow), "protect-orphans")
                .addSink(Sinks.PLANS, "plans", new StringSerializer(), records("plan"), "protect-orphans")
                .addSink(Sinks.COMMANDS, "commands", new StringSerializer(), records("command"), "protect-orphans")
                .addSink(Sinks.EVENTS, "events", new StringSerializer(), records("event"), "protect-orphans");
    }

    private static ParsedRecord<PositionUpdate> parsed(byte[] value) {
        return new PositionReader()
                .read("BTCUSDT", value, 1_000)
                .fold(
                        accepted -> new ParsedRecord.Message<>(accepted.message(), accepted.faults(), value),
                        refused -> new ParsedRecord.Unusable<>(value, refused.reason()),
                        skipped -> new ParsedRecord.Unusable<>(value, skipped.kind()),
                        several -> new ParsedRecord.Unusable<>(value, "several"));
    }

    /** Records the emitted decisions. It cannot write commands while it is defective. */
    private Serializer<Object> records(String what) {
        return (topic, value) -> {
            if (isDefective && what.equals("command")) {
                throw new IllegalStateException("cannot be written");
            }
            emitted.add(what);
            return new byte[0];
        };
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "decide");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        BugHandler.configure(
                properties, flow.vitals(), Topics.live().deadLetters().name());
        return properties;
    }

    private static String reasonOf(TestRecord<String, byte[]> deadLetter) {
        return new String(deadLetter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldProtectAPositionWithItsNextRecordWhereTheCommandCouldNotBeWritten() {
        isDefective = true;
        positions.pipeInput("BTCUSDT", POSITION);
        assertThat(emitted).containsExactly("plan");
        assertThat(flow.vitals().brokenSymbols()).containsExactly("BTCUSDT");
        assertThat(reasonOf(deadLetters.readRecord()))
                .startsWith("a defect of the engine: ")
                .contains("because of java.lang.IllegalStateException: cannot be written", "positions-0@0");

        isDefective = false;
        emitted.clear();
        positions.pipeInput("BTCUSDT", POSITION);

        assertThat(emitted).contains("plan", "command");
        assertThat(flow.vitals().brokenSymbols()).isEmpty();
    }
}
