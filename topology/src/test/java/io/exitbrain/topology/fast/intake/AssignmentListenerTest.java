package io.exitbrain.topology.fast.intake;

import static io.exitbrain.topology.fast.intake.Fetches.FILLS;
import static io.exitbrain.topology.fast.intake.Fetches.PRICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignmentListenerTest {

    private final List<String> calls = new ArrayList<>();
    private final AssignmentListener watch =
            new AssignmentListener(new Streams(), () -> calls.add("assigned"), gone -> calls.add("gone " + gone));

    private final class Streams implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            calls.add("Streams: revoked " + partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            calls.add("Streams: assigned " + partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            throw new IllegalStateException("lost");
        }
    }

    @Test
    void shouldReportRevokedPartitionsToStreamsFirst() {
        watch.onPartitionsRevoked(List.of(PRICES));

        assertThat(calls).containsExactly("Streams: revoked [mark-prices-0]", "gone [mark-prices-0]");
    }

    @Test
    void shouldReportLostPartitionsEvenWhenStreamsFails() {
        assertThatThrownBy(() -> watch.onPartitionsLost(List.of(FILLS))).hasMessage("lost");

        assertThat(calls).containsExactly("gone [order-fills-0]");
    }

    @Test
    void shouldReportAssignedPartitions() {
        watch.onPartitionsAssigned(List.of(FILLS));

        assertThat(calls).containsExactly("assigned", "Streams: assigned [order-fills-0]");
    }
}
