package io.exitbrain.topology.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.topology.context.DelegatingClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class RequestingClientsTest {

    private static final StreamsConfig STREAMS =
            new StreamsConfig(Map.of("application.id", "a", "bootstrap.servers", "localhost:1"));

    private final RebalanceRequest request = new RebalanceRequest();
    private final MockConsumer<byte[], byte[]> joined = new MockConsumer<>("earliest");
    private final Consumer<byte[], byte[]> consumer = new RequestingClients(
                    new DelegatingClients(STREAMS.getKafkaClientSupplier()) {
                        @Override
                        public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
                            return joined;
                        }
                    },
                    request)
            .getConsumer(Map.of());

    private boolean joinsAgainAtPoll() {
        consumer.poll(Duration.ZERO);
        boolean joins = joined.shouldRebalance();
        joined.resetShouldRebalance();
        return joins;
    }

    @Test
    void shouldJoinAgainOnceAtTheNextPoll() {
        consumer.subscribe(List.of("order-fills"));

        assertThat(joinsAgainAtPoll()).isFalse();
        request.ask();
        assertThat(joinsAgainAtPoll()).isTrue();
        assertThat(joinsAgainAtPoll()).isFalse();
    }

    @Test
    void shouldThrowWhatTheConsumerThrows() {
        consumer.subscribe(List.of("order-fills"));
        joined.setPollException(new KafkaException("no"));

        assertThatThrownBy(() -> consumer.poll(Duration.ZERO))
                .isInstanceOf(KafkaException.class)
                .hasMessage("no");
    }
}
