package io.exitbrain.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tail over one partition of each topic. */
class TopicTailTest {

    private static final List<String> TOPICS = List.of("mark-prices", "exit-events", "dead-letters");

    private final Consumers consumer = new Consumers();
    private int offset;

    /** A consumer that finds no record of the last seconds. */
    private static final class Consumers extends MockConsumer<String, byte[]> {

        Consumers() {
            super("earliest");
            for (String topic : TOPICS) {
                updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
                updateBeginningOffsets(Map.of(new TopicPartition(topic, 0), 0L));
                updateEndOffsets(Map.of(new TopicPartition(topic, 0), 0L));
            }
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            return Map.of();
        }
    }

    private void add(String topic, String key, @Nullable String value, String... headers) {
        Headers all = new ProducerRecord<String, byte[]>(topic, null).headers();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        consumer.addRecord(new ConsumerRecord<>(
                topic,
                0,
                offset++,
                1_000,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                all,
                Optional.empty()));
    }

    /** A record that was redriven leaves a marker on the topic. It is no dead letter. */
    @Test
    void shouldShowDeadLettersAndNoMarkers() {
        try (TopicTail tail = TopicTail.open(() -> consumer, Topics.live(), 2_000)) {
            add("dead-letters", "A", "bad", "kind", "bad-input", "reason", "price must be > 0");
            add("dead-letters", "A", null, "kind", "redriven", "redriven-from", "dead-letters/0@0");
            add("dead-letters", "B", null, "kind", "bad-input", "reason", "value is null");

            List<String> reasons = new ArrayList<>();
            for (ObjectNode letter : tail.poll(Duration.ofMillis(1)).deadLetters()) {
                reasons.add(letter.path("reason").asText());
            }

            assertThat(reasons).containsExactly("price must be > 0", "value is null");
        }
    }

    @Test
    void shouldShowTheNewestPriceOfEachSymbolAndEveryEvent() {
        try (TopicTail tail = TopicTail.open(() -> consumer, Topics.live(), 2_000)) {
            add("mark-prices", "A", "{\"p\":\"1\"}");
            add("mark-prices", "A", "{\"p\":\"2\"}");
            add("exit-events", "A", "{\"event\":\"PLANNED\"}");
            add("exit-events", "A", "{\"event\":\"CLOSED\"}");

            Tail.News news = tail.poll(Duration.ofMillis(1));

            assertThat(news.prices())
                    .singleElement()
                    .satisfies(price -> assertThat(price.price()).isEqualByComparingTo("2"));
            assertThat(news.events())
                    .extracting(event -> event.path("event").asText())
                    .containsExactly("PLANNED", "CLOSED");
        }
    }
}
