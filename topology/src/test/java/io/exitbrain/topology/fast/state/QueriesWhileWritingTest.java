package io.exitbrain.topology.fast.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.context.StoreKind;
import io.exitbrain.topology.flow.BugHandler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query must not block the thread that writes the state. */
// A thread that waits for a lock cannot be interrupted.
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class QueriesWhileWritingTest {

    private static final int SNAPSHOTS = 5_000;

    @TempDir
    private Path folder;

    private TopologyTestDriver driver(StoreKind kind, Lane lane) {
        FlowContext flow = FlowContext.with(Policy.DEFAULT).with(kind).with(lane);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "queries-" + kind);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        BugHandler.configure(
                properties, flow.vitals(), Topics.live().deadLetters().name());
        return new TopologyTestDriver(ExitTopology.of(flow, properties), properties, Instant.ofEpochMilli(1));
    }

    @ParameterizedTest
    @CsvSource({"MEMORY, FAST", "ROCKSDB, FAST", "MEMORY, PLAIN", "ROCKSDB, PLAIN"})
    void shouldBeAnsweredWhileTheStateChanges(StoreKind kind, Lane lane) throws InterruptedException {
        try (TopologyTestDriver driver = driver(kind, lane)) {
            AtomicInteger answers = new AtomicInteger();
            Thread asking = new Thread(() -> ask(driver.getStateStore(ExitTopology.PLANS_STORE), answers));
            asking.setDaemon(true);
            asking.start();
            TestInputTopic<String, String> positions =
                    driver.createInputTopic("positions", new StringSerializer(), new StringSerializer());
            for (int i = 1; i <= SNAPSHOTS; i++) {
                positions.pipeInput("BTCUSDT", "{\"positionAmt\":\"%d\",\"entryPrice\":\"100\"}".formatted(i), i);
            }
            asking.interrupt();
            asking.join();

            assertThat(answers.get()).isPositive();
        }
    }

    private static void ask(StateStore store, AtomicInteger answers) {
        while (!Thread.currentThread().isInterrupted()) {
            QueryResult<byte[]> answer =
                    store.query(KeyQuery.withKey("BTCUSDT"), PositionBound.unbounded(), new QueryConfig(false));
            if (answer.isSuccess()) {
                answers.incrementAndGet();
            }
        }
    }
}
