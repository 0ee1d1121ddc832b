package io.exitbrain.topology.flow;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.fast.state.CachedStates;
import io.exitbrain.topology.process.StreamsSettings;



import static org.assertj.core.api.Assertions.assertThat;

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

/** What was decided is said and kept, or neither. */
class DecideProcessorTest {

    private static final byte[] POSITION =
            "{\"positionAmt\":\"1\",\"entryPrice\":\"100\",\"markPrice\":\"100\",\"leverage\":5}"
                    .getBytes(StandardCharsets.UTF_8);

    private final FlowContext engine = FlowContext.with(Policy.DEFAULT);
    private final List<String> said = new ArrayList<>();
    private boolean isDefective;
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), properties());
    private final TestInputTopic<String, byte[]> positions =
            driver.createInputTopic("positions", new StringSerializer(), new ByteArraySerializer());

    private final TestOutputTopic<String, byte[]> deadLetters =
            driver.createOutputTopic("dead-letters", new StringDeserializer(), new ByteArrayDeserializer());

    private Topology topology() {
        return new Topology()
                .addSource("positions", new StringDeserializer(), new ByteArrayDeserializer(), "positions")
                .addProcessor(
                        "protect-orphans",
                        () -> new DecideProcessor<>(engine, new RecordParser<>(new PositionReader(), engine.vitals())::receive),
                        "positions")
                .addStateStore(CachedStates.stored(ExitTopology.PLANS_STORE, engine), "protect-orphans")
                .addSink(ExitTopology.WRITE_PLANS, "plans", new StringSerializer(), says("plan"), "protect-orphans")
                .addSink(
                        ExitTopology.WRITE_COMMANDS,
                        "commands",
                        new StringSerializer(),
                        says("command"),
                        "protect-orphans")
                .addSink(ExitTopology.WRITE_EVENTS, "events", new StringSerializer(), says("event"), "protect-orphans");
    }

    /** Notes what is said; cannot write commands while it is defective. */
    private Serializer<Object> says(String what) {
        return (topic, value) -> {
            if (isDefective && what.equals("command")) {
                throw new IllegalStateException("cannot be written");
            }
            said.add(what);
            return new byte[0];
        };
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "decide");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        StreamsSettings.handleBugs(properties, engine, Topics.live());
        return properties;
    }

    private static String reasonOf(TestRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldProtectAPositionWithItsNextRecordWhereTheCommandCouldNotBeWritten() {
        isDefective = true;
        positions.pipeInput("BTCUSDT", POSITION);
        assertThat(said).containsExactly("plan");
        assertThat(engine.vitals().brokenSymbols()).containsExactly("BTCUSDT");
        assertThat(reasonOf(deadLetters.readRecord()))
                .startsWith("a defect of the engine: ")
                .contains("because of java.lang.IllegalStateException: cannot be written", "positions-0@0");

        isDefective = false;
        said.clear();
        positions.pipeInput("BTCUSDT", POSITION);

        assertThat(said).contains("plan", "command");
        assertThat(engine.vitals().brokenSymbols()).isEmpty();
    }
}
