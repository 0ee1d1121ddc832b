package io.exitbrain.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.flow.BugHandler;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveQueryTest {

    @TempDir
    private Path folder;

    private static QueryResult<byte[]> ask(StateStore store) {
        return store.query(
                new LiveQuery<>(KeyQuery.<String, byte[]>withKey("BTCUSDT")),
                PositionBound.unbounded(),
                new QueryConfig(false));
    }

    /** Between the two a stock store answers that it does not know the symbol. */
    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldBeAnsweredOnlyWhileTheTaskRuns(Lane lane) {
        FlowContext flow = FlowContext.with(Policy.DEFAULT).with(lane);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "live-query");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        BugHandler.configure(settings, flow.vitals(), "dead-letters");
        try (TopologyTestDriver driver = new TopologyTestDriver(ExitTopology.of(flow, settings), settings)) {
            driver.createInputTopic("order-fills", new StringSerializer(), new StringSerializer())
                    .pipeInput(
                            "BTCUSDT", "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\"}", 1_764_000_000_000L);
            StateStore store = driver.getStateStore(ExitTopology.PLANS_STORE);
            assertThat(ask(store).getResult()).isNotNull();

            ((SymbolStates) store).ended();
            assertThat(ask(store).getFailureReason()).isEqualTo(FailureReason.NOT_ACTIVE);

            ((SymbolStates) store).reset();
            assertThat(ask(store).getResult()).isNotNull();

            store.close();
            assertThat(ask(store).isFailure()).isTrue();
        }
    }
}
