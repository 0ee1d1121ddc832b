package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.fast.intake.OrderedClientSupplier;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.settings.SettingsReader;



import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** Who keeps the order of the inputs: our consumer or Streams itself, and never both, since each would wait for the other. */
class StreamsSettingsTest {

    private static StreamsConfig configWith(String... settings) {
        Settings read = SettingsReader.read(Optional.empty(), Map.of(), List.of(settings));
        return new StreamsConfig(StreamsSettings.of(read, FlowContext.with(Policy.DEFAULT), "127.0.0.1:8003"));
    }

    @Test
    void shouldKeepTheOrderWithOurConsumer() {
        StreamsConfig config = configWith();

        assertThat(config.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG)).isEqualTo(-1);
        assertThat(StreamsSettings.clients(config)).isInstanceOf(OrderedClientSupplier.class);
    }

    @Test
    void shouldLeaveTheOrderToStreamsWhereItMakesItsOwnConsumer() {
        StreamsConfig config = configWith("kafka.group.protocol=streams");

        assertThat(config.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG)).isZero();
        assertThat(StreamsSettings.clients(config)).isNotInstanceOf(OrderedClientSupplier.class);
    }

    @Test
    void shouldDoAsTheUserSays() {
        StreamsConfig waiting = configWith("kafka.max.task.idle.ms=50");
        StreamsConfig notWaiting = configWith("kafka.group.protocol=streams", "kafka.max.task.idle.ms=-1");

        assertThat(waiting.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG)).isEqualTo(50);
        assertThat(StreamsSettings.clients(waiting)).isNotInstanceOf(OrderedClientSupplier.class);
        assertThat(notWaiting.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG)).isEqualTo(-1);
    }
}
