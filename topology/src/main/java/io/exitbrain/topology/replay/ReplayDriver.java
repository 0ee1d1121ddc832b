package io.exitbrain.topology.replay;

import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.flow.BugHandler;
import io.exitbrain.topology.flow.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Runs the live topology record by record with its own clock and without a broker. It is at-least-once: the driver has no transactions.
 */
public final class ReplayDriver implements FlowDriver {

    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final List<TestOutputTopic<String, byte[]>> outputs = new ArrayList<>();
    private final List<String> outputNames;
    /** The changelogs, and the inputs, to which the topology sends messages. */
    private final Map<String, TestOutputTopic<String, byte[]>> inner = new HashMap<>();

    private ReplayDriver(TopologyTestDriver driver, Topics topics, String applicationId) {
        this.driver = driver;
        this.outputNames = List.of(
                topics.exitPlans().name(),
                topics.commands().name(),
                topics.exitEvents().name(),
                topics.deadLetters().name());
        outputNames.forEach(name -> outputs.add(output(name)));
        Stream<String> changelogs = Stream.of(ExitTopology.PLANS_STORE, ExitTopology.POSITIONS_STORE)
                .map(store -> applicationId + "-" + store + "-changelog");
        Stream.concat(changelogs, topics.inputNames().stream()).forEach(name -> inner.put(name, output(name)));
    }

    /** Starts with the wall clock at {@code wallClockMs}, epoch milliseconds. */
    public static ReplayDriver start(FlowContext flow, long wallClockMs) {
        Topics topics = Topics.of(flow.policy().mode());
        Properties properties = properties(flow, topics);
        Topology topology = ExitTopology.of(flow, properties);
        return new ReplayDriver(
                new TopologyTestDriver(topology, properties, Instant.ofEpochMilli(wallClockMs)),
                topics,
                properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
    }

    private static Properties properties(FlowContext flow, Topics topics) {
        Properties properties = new Properties();
        properties.put(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "replay-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of(System.getProperty("java.io.tmpdir"), "exit-brain-replay")
                        .toString());
        BugHandler.configure(properties, flow.vitals(), topics.deadLetters().name());
        return properties;
    }

    private TestOutputTopic<String, byte[]> output(String name) {
        return driver.createOutputTopic(name, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void send(String topic, Optional<String> key, Optional<byte[]> value, long timestamp) {
        inputs.computeIfAbsent(
                        topic, name -> driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(key.orElse(null), value.orElse(null), Instant.ofEpochMilli(timestamp)));
    }

    @Override
    public void advanceWallClock(long milliseconds) {
        driver.advanceWallClockTime(Duration.ofMillis(milliseconds));
    }

    @Override
    public List<Emitted> emitted() {
        forgetInner();
        List<Emitted> emitted = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            while (!outputs.get(i).isEmpty()) {
                emitted.add(emitted(outputNames.get(i), outputs.get(i).readRecord()));
            }
        }
        return emitted;
    }

    // The driver keeps every record in memory until it is read.
    private void forgetInner() {
        inner.forEach((name, topic) -> {
            if (driver.producedTopicNames().contains(name)) {
                topic.readRecordsToList();
            }
        });
    }

    private static Emitted emitted(String topic, TestRecord<String, byte[]> record) {
        Optional<Header> reason = Optional.ofNullable(record.headers().lastHeader(DeadLetter.REASON));
        return new Emitted(
                topic,
                Optional.ofNullable(record.key()),
                Optional.ofNullable(record.value()),
                reason.map(header -> new String(header.value(), StandardCharsets.UTF_8)),
                record.timestamp());
    }

    @Override
    public void close() {
        driver.close();
    }
}
