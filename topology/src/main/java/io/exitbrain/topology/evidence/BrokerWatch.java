package io.exitbrain.topology.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the brokers for the topics and their ends, again and again and in the background. So health answers at once while the brokers are
 * away, and knows for how long.
 */
final class BrokerWatch {

    private static final int TIMEOUT_MS = 3_000;

    private final Admin admin;
    private final Collection<String> topics;
    private final LogEnds ends;
    private final LongSupplier clock;
    private CompletableFuture<?> asked = CompletableFuture.completedFuture(null);
    private volatile long answeredAtMs;
    private volatile List<TopicPartition> leaderless = List.of();

    /** {@code clock} never goes back, milliseconds. The caller closes {@code admin}. */
    BrokerWatch(Admin admin, Collection<String> topics, LogEnds ends, LongSupplier clock) {
        this.admin = admin;
        this.topics = topics;
        this.ends = ends;
        this.clock = clock;
        this.answeredAtMs = clock.getAsLong();
    }

    /** The time since a broker last answered, milliseconds. */
    long silenceMs() {
        return clock.getAsLong() - answeredAtMs;
    }

    /** The partitions that have no leader. */
    List<TopicPartition> leaderless() {
        return leaderless;
    }

    /** Asks the brokers, unless the last question is still open. */
    synchronized void ask() {
        if (asked.isDone()) {
            asked = describe().thenCompose(this::askEnds);
        }
    }

    private CompletableFuture<List<TopicDescription>> describe() {
        Map<String, KafkaFuture<TopicDescription>> described = admin.describeTopics(
                        topics, new DescribeTopicsOptions().timeoutMs(TIMEOUT_MS))
                .topicNameValues();
        List<CompletableFuture<List<TopicDescription>>> all =
                described.values().stream().map(BrokerWatch::ifThere).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(
                        done -> all.stream().flatMap(one -> one.join().stream()).toList());
    }

    /** An optional topic may not exist. */
    private static CompletableFuture<List<TopicDescription>> ifThere(KafkaFuture<TopicDescription> description) {
        return description
                .toCompletionStage()
                .toCompletableFuture()
                .handle((found, failure) -> failure == null ? List.of(found) : List.of());
    }

    private CompletableFuture<?> askEnds(List<TopicDescription> described) {
        if (described.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        answeredAtMs = clock.getAsLong();
        Map<Boolean, List<TopicPartition>> byLeader = described.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> Map.entry(
                                new TopicPartition(topic.name(), partition.partition()),
                                hasLeader(partition.leader()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        leaderless = byLeader.getOrDefault(false, List.of());
        List<TopicPartition> led = byLeader.getOrDefault(true, List.of());
        // The ends first: what is written and committed in between does not count as hidden.
        return offsets(led, IsolationLevel.READ_UNCOMMITTED)
                .thenCompose(end -> offsets(led, IsolationLevel.READ_COMMITTED)
                        .thenAccept(stable -> ends.observe(both(end, stable), clock.getAsLong())));
    }

    private static boolean hasLeader(Node leader) {
        return leader != null && !leader.isEmpty();
    }

    private CompletableFuture<Map<TopicPartition, Long>> offsets(
            List<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ListOffsetsResult asked = admin.listOffsets(latest, new ListOffsetsOptions(isolation).timeoutMs(TIMEOUT_MS));
        Map<TopicPartition, CompletableFuture<Long>> all = new HashMap<>();
        partitions.forEach(partition -> all.put(partition, offset(asked, partition)));
        return CompletableFuture.allOf(all.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> all.entrySet().stream()
                        .filter(one -> one.getValue().join() >= 0)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> one.getValue().join())));
    }

    /** -1 if the leader of the partition did not answer; the other partitions count all the same. */
    private static CompletableFuture<Long> offset(ListOffsetsResult asked, TopicPartition partition) {
        return asked.partitionResult(partition)
                .toCompletionStage()
                .toCompletableFuture()
                .handle((found, failure) -> failure == null ? found.offset() : -1L);
    }

    private static Map<TopicPartition, LogEnds.End> both(
            Map<TopicPartition, Long> ends, Map<TopicPartition, Long> stable) {
        Map<TopicPartition, LogEnds.End> both = new HashMap<>();
        stable.forEach((partition, offset) -> {
            Long end = ends.get(partition);
            if (end != null) {
                both.put(partition, new LogEnds.End(end, offset));
            }
        });
        return both;
    }
}
