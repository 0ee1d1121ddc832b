package io.exitbrain.topology.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSpecTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 1", "3, 3, 2", "7, 3, 2"})
    void shouldFitCopiesToTheBrokers(int brokers, short copies, String minInSync) {
        TopicSpec topic = topic("order-fills", "by-symbol", Map.of("min.insync.replicas", "auto"));

        assertThat(topic.newTopicOn(brokers).replicationFactor()).isEqualTo(copies);
        assertThat(topic.newTopicOn(brokers).configs()).containsEntry("min.insync.replicas", minInSync);
    }

    @Test
    void shouldAcceptMoreCopiesThanAutoAsksFor() {
        assertThat(Replication.auto().isMetBy(3, 2)).isTrue();
        assertThat(Replication.auto().isMetBy(1, 3)).isFalse();
        assertThat(Replication.exactly(2).isMetBy(3, 3)).isFalse();
    }

    @Test
    void shouldRefuseNoCopies() {
        assertThatThrownBy(() -> Replication.exactly(0)).hasMessageContaining("was 0");
    }

    @Test
    void shouldGrowOnlyWhereNoKeyMustStay() {
        assertThat(topic("dead-letters", "dead-letters", Map.of()).isGrowable()).isTrue();
        assertThat(topic("positions", "by-symbol", Map.of()).isGrowable()).isFalse();
        assertThat(topic("instruments", "instruments", Map.of("cleanup.policy", "compact"))
                        .isGrowable())
                .isFalse();
    }

    @Test
    void shouldSayWhatBlocksADifference() {
        TopicDifference fewer =
                new TopicDifference("positions", TopicDifference.Remedy.BLOCKED, "partitions", "6", "3");

        assertThat(fewer.line())
                .isEqualTo("! positions partitions: is 3, should be 6"
                        + " (not changed: its keys would move to other partitions)");
    }

    private static TopicSpec topic(String name, String group, Map<String, String> configs) {
        return new TopicSpec(name, TopicRole.INPUT, group, "symbol", "value", 6, Replication.auto(), configs);
    }
}
