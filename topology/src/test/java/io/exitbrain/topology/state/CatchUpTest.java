package io.exitbrain.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.context.StoreKind;
import io.exitbrain.topology.flow.BugHandler;
import io.exitbrain.topology.policy.PolicyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine whose clock is ahead of its records catches up: it sends the last MOVE of a symbol only. */
@ParameterizedClass
@CsvSource({"MEMORY, FAST", "ROCKSDB, FAST", "MEMORY, PLAIN", "ROCKSDB, PLAIN"})
class CatchUpTest {

    private static final long NOW = 1_764_000_000_000L;
    private static final long HOUR_MS = 3_600_000;
    private static final String APPLICATION = "catch-up";
    private static final String CHANGELOG = APPLICATION + "-" + ExitTopology.PLANS_STORE + "-changelog";
    private static final String FILL = "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Parameter(0)
    private StoreKind store;

    @Parameter(1)
    private Lane lane;

    private TopologyTestDriver driver;
    private TestOutputTopic<String, String> commands;
    private TestOutputTopic<String, String> events;
    private TestOutputTopic<String, byte[]> changelog;

    @BeforeEach
    void start() {
        start(Policy.DEFAULT);
    }

    private void start(Policy policy) {
        FlowContext flow = FlowContext.with(policy).with(store).with(lane).withHistory();
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        BugHandler.configure(
                properties, flow.vitals(), Topics.live().deadLetters().name());
        driver = new TopologyTestDriver(ExitTopology.of(flow, properties), properties, Instant.ofEpochMilli(NOW));
        commands = output(Topics.live().commands().name());
        events = output(Topics.live().exitEvents().name());
        changelog = driver.createOutputTopic(CHANGELOG, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private TestOutputTopic<String, String> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new StringDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void sends(String topic, String value, long time) {
        driver.createInputTopic(topic, new StringSerializer(), new StringSerializer())
                .pipeInput("BTCUSDT", value.replace('\'', '"'), time);
    }

    private void price(String price, long time) {
        sends("mark-prices", "{'p':'" + price + "'}", time);
    }

    /** A position of an hour ago, and prices since then: 104, 104.1, ... 119.9, one each second. The last stop is 119.9 - 1 %. */
    private void history() {
        sends("order-fills", FILL, NOW - HOUR_MS);
        for (int i = 0; i < 160; i++) {
            price(String.valueOf((1_040 + i) / 10.0), NOW - HOUR_MS + 1_000L + 1_000L * i);
        }
    }

    private void clock(long milliseconds) {
        driver.advanceWallClockTime(Duration.ofMillis(milliseconds));
    }

    private List<String> commands() {
        return commands.readValuesToList().stream()
                .map(CatchUpTest::parsed)
                .map(command -> "v%s %s %s"
                        .formatted(
                                command.path("version").asText(),
                                command.path("action").asText(),
                                command.path("stopPrice").asText()))
                .toList();
    }

    private static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("the flow writes JSON", notJson);
        }
    }

    @Test
    void shouldSendNoMoveOfHistoryAndTheLastOneWithTheFirstPriceOfThePresent() {
        history();
        assertThat(commands()).containsExactly("v1 PLACE 98");

        price("119.5", NOW - 2_001);
        assertThat(commands()).as("2001 ms old").isEmpty();
        price("119.5", NOW - 2_000);
        assertThat(commands()).as("2000 ms old").containsExactly("v2 MOVE 118.701");
        price("119.5", NOW - 1_999);
        assertThat(commands()).isEmpty();
    }

    @Test
    void shouldSendTheLastMoveByTheClockWithinASecondWhereNoPriceComes() {
        history();
        commands();

        clock(1_000);

        assertThat(commands()).containsExactly("v2 MOVE 118.701");
        assertThat(events.readValuesToList())
                .filteredOn(event -> event.contains("STOP_MOVED"))
                .singleElement()
                .asString()
                .contains("wall-clock");
        clock(10_000);
        assertThat(commands()).isEmpty();
    }

    @Test
    void shouldSendOneMoveASecondForAFeedThatIsAlwaysLate() {
        history();
        clock(1_000);
        commands();

        price("122", NOW - 10_000);
        price("124", NOW - 9_500);
        assertThat(commands()).isEmpty();
        clock(1_000);
        assertThat(commands()).containsExactly("v3 MOVE 122.76");
    }

    @Test
    void shouldExitAtOnceAtTheLastStopOfHistory() {
        history();
        commands();

        price("118.702", NOW - HOUR_MS + 200_000);
        assertThat(commands()).isEmpty();
        price("118.701", NOW - HOUR_MS + 201_000);
        assertThat(commands()).containsExactly("v2 EXIT 118.701");
    }

    @Test
    void shouldCoverAnotherQuantityAtOnceAtTheLastStop() {
        history();
        commands();

        sends(
                "order-fills",
                "{'side':'BUY','price':'119','quantity':'1','leverage':5,'fillId':'2'}",
                NOW - HOUR_MS + 200_000);

        assertThat(commands()).containsExactly("v2 MOVE 118.701");
    }

    @Test
    void shouldSendAWithheldMoveAfterACrash() {
        history();
        commands();
        List<byte[]> states = changelog.readValuesToList();

        stop();
        start();
        // the restore of the changelog
        ((StockStoreWrapper) driver.getStateStore(ExitTopology.PLANS_STORE))
                .store("BTCUSDT", states.get(states.size() - 1));
        clock(1_000);

        assertThat(commands()).containsExactly("v2 MOVE 118.701");
    }

    @Test
    void shouldSendEachMoveWherePresentIsOff() {
        stop();
        start(PolicyFile.read("test", "stop: {present: off}"));

        history();

        assertThat(commands()).hasSizeGreaterThan(100).endsWith("v161 MOVE 118.701");
    }
}
