package io.exitbrain.topology.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.flow.Origin;
import io.exitbrain.topology.flow.RecordTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** The mark prices of one symbol for a chart, read from {@code mark-prices} with the reader of the engine. */
final class PriceHistory {

    private static final int MAX_POINTS = 10_000;
    private static final long MAX_SCANNED = 1_000_000;
    private static final Duration MAX_TIME = Duration.ofSeconds(2);
    private static final int BUCKETS = 400;

    private final String topic;

    PriceHistory(String topic) {
        this.topic = topic;
    }

    /**
     * {@code {"symbol":...,"points":[[time,"price"],...],"read":...,"complete":...,"completeFrom":...}}: the prices since {@code fromMs},
     * oldest first, thinned; {@code read} is their number before that. {@code complete} says whether none since then is missing. If not,
     * {@code completeFrom} is the time since which none is missing, epoch milliseconds; null if nothing could be read in time.
     *
     * @param events the symbol's events; the prices that they name as their cause stay
     */
    ObjectNode of(Consumer<String, byte[]> consumer, String symbol, long fromMs, JsonNode events) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("symbol", symbol);
        List<TopicPartition> partitions = Consumers.partitions(consumer, topic);
        if (partitions.isEmpty()) {
            body.putArray("points");
            return body.put("read", 0).put("complete", true).putNull("completeFrom");
        }
        TopicPartition partition = new TopicPartition(topic, SymbolPartition.of(symbol, partitions.size()));
        LookBack.Found found = new LookBack(
                        consumer, new LookBack.Limits(MAX_POINTS, MAX_SCANNED, MAX_TIME), System::nanoTime)
                .read(partition, floor(consumer, partition, fromMs), record -> symbol.equals(record.key()));
        List<PricePoint> points = points(found.records(), causes(events));
        ArrayNode list = body.putArray("points");
        Thinning.of(points, BUCKETS)
                .forEach(point ->
                        list.addArray().add(point.time()).add(point.price().toPlainString()));
        return body.put("read", points.size())
                .put("complete", found.isWhole())
                .put("completeFrom", found.completeFrom().orElse(null));
    }

    /** The offset of the first record since {@code fromMs}; the end if there is none. */
    private static long floor(Consumer<String, byte[]> consumer, TopicPartition partition, long fromMs) {
        OffsetAndTimestamp first =
                consumer.offsetsForTimes(Map.of(partition, fromMs)).get(partition);
        return first == null ? Long.MAX_VALUE : first.offset();
    }

    private static Set<Origin> causes(JsonNode events) {
        Set<Origin> causes = new HashSet<>();
        for (JsonNode event : events) {
            JsonNode cause = event.path("cause");
            if (cause.path("offset").isNumber()) {
                causes.add(new Origin(
                        cause.path("topic").asText(),
                        cause.path("partition").asInt(),
                        cause.path("offset").asLong()));
            }
        }
        return causes;
    }

    private static List<PricePoint> points(List<ConsumerRecord<String, byte[]>> records, Set<Origin> causes) {
        MarkPriceReader reader = new MarkPriceReader();
        List<PricePoint> points = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Origin origin = Origin.in(record.headers())
                    .orElseGet(() -> new Origin(record.topic(), record.partition(), record.offset()));
            price(reader, record)
                    .map(price -> new PricePoint(price.time(), price.price(), causes.contains(origin)))
                    .forEach(points::add);
        }
        points.sort(Comparator.comparingLong(PricePoint::time));
        return points;
    }

    /** The price in {@code record}; empty if the record is none, or has messages that the engine sends to their own partition. */
    static Stream<MarkPrice> price(MarkPriceReader reader, ConsumerRecord<String, byte[]> record) {
        Optional<MarkPrice> price = reader.read(record.key(), record.value(), RecordTime.of(record, record.timestamp()))
                .fold(
                        accepted -> Optional.of(accepted.message()),
                        refused -> Optional.empty(),
                        skipped -> Optional.empty(),
                        several -> Optional.empty());
        return price.stream();
    }
}
