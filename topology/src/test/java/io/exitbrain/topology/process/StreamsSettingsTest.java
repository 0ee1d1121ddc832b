package io.exitbrain.topology.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.fast.intake.OrderedClientSupplier;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Either the fast lane's consumer or Streams keeps the order of the inputs. Both together would wait for each other. */
class StreamsSettingsTest {

    private static FlowContext flowOf(Settings settings) {
        return FlowContext.with(Policy.DEFAULT).with(settings.lane());
    }

    private static Settings read(String... settings) {
        return SettingsReader.read(Optional.empty(), Map.of(), List.of(settings));
    }

    private static StreamsConfig configOf(Settings settings) {
        return new StreamsConfig(StreamsSettings.of(settings, flowOf(settings), "127.0.0.1:8003"));
    }

    @Test
    void shouldKeepTheOrderWithOurConsumerOnTheFastLane() {
        Settings settings = read();
        StreamsConfig config = configOf(settings);

        assertThat(settings.lane()).isEqualTo(Lane.FAST);
        assertThat(config.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG)).isEqualTo(-1);
        assertThat(StreamsSettings.clients(config, flowOf(settings))).isInstanceOf(OrderedClientSupplier.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lane=plain", "kafka.group.protocol=streams"})
    void shouldLeaveTheOrderToStreamsOnThePlainLane(String setting) {
        Settings settings = read(setting);
        StreamsConfig config = configOf(settings);

        assertThat(settings.lane()).isEqualTo(Lane.PLAIN);
        assertThat(config.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG)).isZero();
        assertThat(StreamsSettings.clients(config, flowOf(settings))).isNotInstanceOf(OrderedClientSupplier.class);
    }

    @Test
    void shouldPassTheIdleTimeToStreamsOnThePlainLane() {
        Settings settings = read("lane=plain", "kafka.max.task.idle.ms=50");

        assertThat(configOf(settings).getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG))
                .isEqualTo(50);
    }

    @Test
    void shouldSpreadThePartitionsSoonAfterARestart() {
        StreamsConfig config = configOf(read());

        assertThat(config.getLong(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG))
                .isEqualTo(60_000);
        assertThat(config.getInt(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG))
                .as("more than the partitions of all inputs")
                .isGreaterThanOrEqualTo(12);
    }
}
