package io.exitbrain.topology.fast.intake;

import static io.exitbrain.topology.fast.intake.Fetches.PRICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerProxyTest {

    private final Fetches fetches = new Fetches();
    private final Consumer<byte[], byte[]> consumer = fetches.ordered(3);

    @Test
    void shouldCallTheConsumerForOtherMethods() {
        consumer.commitSync(Map.of(PRICES, new OffsetAndMetadata(3)));

        assertThat(fetches.committed(Set.of(PRICES))).containsEntry(PRICES, new OffsetAndMetadata(3));
        assertThat(consumer.assignment()).isEqualTo(fetches.assignment());
    }

    @Test
    void shouldThrowTheExceptionOfTheConsumer() {
        TopicPartition foreign = new TopicPartition("mark-prices", 9);

        assertThatThrownBy(() -> consumer.position(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> consumer.beginningOffsets(Set.of(foreign))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldCloseTheConsumer() {
        consumer.close();

        assertThat(fetches.closed()).isTrue();
    }
}
