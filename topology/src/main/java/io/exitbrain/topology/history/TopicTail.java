package io.exitbrain.topology.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.flow.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Follows {@code mark-prices}, {@code exit-events} and {@code dead-letters} with a consumer of its own. It starts a little before the end
 * of each. If it falls far behind the prices, it skips to the newest: only they are shown.
 */
public final class TopicTail implements Tail {

    private static final long PRICES_BACK_MS = 5_000;
    private static final long EVENTS_BACK = 1_000;
    private static final long DEAD_LETTERS_BACK = 100;
    private static final long MAX_LAG = 50_000;

    private final Consumer<String, byte[]> consumer;
    private final Topics topics;
    private final List<TopicPartition> prices;
    private final MarkPriceReader reader = new MarkPriceReader();

    private TopicTail(Consumer<String, byte[]> consumer, Topics topics) {
        this.consumer = consumer;
        this.topics = topics;
        this.prices = Consumers.partitions(consumer, topics.markPrices().name());
    }

    /** A tail at {@code nowMs}, epoch milliseconds. */
    public static TopicTail open(Supplier<? extends Consumer<String, byte[]>> consumers, Topics topics, long nowMs) {
        Consumer<String, byte[]> consumer = consumers.get();
        try {
            TopicTail tail = new TopicTail(consumer, topics);
            tail.seek(nowMs);
            return tail;
        } catch (RuntimeException failure) {
            consumer.close();
            throw failure;
        }
    }

    private void seek(long nowMs) {
        List<TopicPartition> events =
                Consumers.partitions(consumer, topics.exitEvents().name());
        List<TopicPartition> deadLetters =
                Consumers.partitions(consumer, topics.deadLetters().name());
        List<TopicPartition> all = new ArrayList<>(prices);
        all.addAll(events);
        all.addAll(deadLetters);
        consumer.assign(all);
        consumer.seekToEnd(prices);
        Map<TopicPartition, Long> times = new HashMap<>();
        prices.forEach(partition -> times.put(partition, nowMs - PRICES_BACK_MS));
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
                consumer.offsetsForTimes(times).entrySet()) {
            Optional.ofNullable(found.getValue()).ifPresent(offset -> consumer.seek(found.getKey(), offset.offset()));
        }
        seekBack(events, EVENTS_BACK);
        seekBack(deadLetters, DEAD_LETTERS_BACK);
    }

    private void seekBack(List<TopicPartition> partitions, long records) {
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(begin.getOrDefault(partition, 0L), end - records)));
    }

    @Override
    public News poll(Duration timeout) {
        skipOldPrices();
        Map<String, MarkPrice> newest = new HashMap<>();
        List<ObjectNode> events = new ArrayList<>();
        List<ObjectNode> deadLetters = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(timeout)) {
            if (record.topic().equals(topics.markPrices().name())) {
                PriceHistory.price(reader, record)
                        .forEach(price -> newest.merge(price.symbol(), price, TopicTail::newer));
            } else if (record.topic().equals(topics.deadLetters().name())) {
                deadLetter(record).ifPresent(deadLetters::add);
            } else if (record.value() != null) {
                events.add(EventHistory.event(record));
            }
        }
        return new News(List.copyOf(newest.values()), events, deadLetters);
    }

    private static MarkPrice newer(MarkPrice known, MarkPrice next) {
        return next.time() >= known.time() ? next : known;
    }

    private void skipOldPrices() {
        List<TopicPartition> late = prices.stream()
                .filter(partition -> consumer.currentLag(partition).orElse(0) > MAX_LAG)
                .toList();
        if (!late.isEmpty()) {
            consumer.seekToEnd(late);
        }
    }

    /** The dead letter in {@code record}; empty for a marker. */
    private static Optional<ObjectNode> deadLetter(ConsumerRecord<String, byte[]> record) {
        String kind = header(record, DeadLetter.KIND);
        if (kind.equals(DeadLetter.MARKER)) {
            return Optional.empty();
        }
        ObjectNode letter = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", record.timestamp())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("key", record.key())
                .put("reason", header(record, DeadLetter.REASON))
                .put("kind", kind);
        byte[] value = record.value();
        return Optional.of(letter.put("value", value == null ? null : EventHistory.excerpt(value)));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
