package io.exitbrain.chaos.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** What the brokers and the engines say of themselves. An answer that does not come in time is no answer, and no failure. */
public final class ClusterView implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final int OK = 200;

    /** The records of the present may be missing. It is what the engine itself calls ready. */
    private static final long COMPLETE_WITHIN_RECORDS = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final Admin admin;

    public ClusterView(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ANSWER_WITHIN.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER_WITHIN.toMillis()));
    }

    public Admin admin() {
        return admin;
    }

    public int liveBrokers() {
        return answer(admin.describeCluster().nodes()).map(Collection::size).orElse(0);
    }

    /** The node that is the active controller; empty while there is none. */
    public Optional<Integer> controller() {
        return answer(admin.describeMetadataQuorum().quorumInfo())
                .map(QuorumInfo::leaderId)
                .filter(node -> node > 0);
    }

    /** The node that leads the partition; empty while none does. */
    public Optional<Integer> leader(String topic, int partition) {
        return answer(admin.describeTopics(List.of(topic)).allTopicNames())
                .flatMap(topics -> topics.values().stream().findFirst())
                .map(description -> description.partitions().get(partition).leader())
                .map(Node::id);
    }

    /** Whether each replica of each partition has all records. */
    public boolean areReplicasInSync() {
        Optional<Set<String>> names = answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        return names.flatMap(all -> answer(admin.describeTopics(all).allTopicNames()))
                .filter(topics -> topics.values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition ->
                                partition.isr().size() == partition.replicas().size()))
                .isPresent();
    }

    /** Whether the engine at this port says that it can serve. */
    public boolean isReady(int httpPort) {
        return get(httpPort, "/health/ready").isPresent();
    }

    /** Whether the engine at this port has copies of the state of others, and they are as good as complete. */
    public boolean hasCopies(int httpPort) {
        return get(httpPort, "/health")
                .map(body -> body.path("standby_lag_records"))
                .filter(lag -> lag.isNumber() && lag.asLong() <= COMPLETE_WITHIN_RECORDS)
                .isPresent();
    }

    private Optional<JsonNode> get(int httpPort, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** How many records of {@code topics} the group has not committed yet; empty while the brokers do not answer. */
    public Optional<Long> unread(String group, List<String> topics) {
        return answer(admin.describeTopics(topics).allTopicNames()).flatMap(found -> {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            found.values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> partitions.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            return unread(group, partitions);
        });
    }

    private Optional<Long> unread(String group, Map<TopicPartition, OffsetSpec> partitions) {
        var committed = answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var ends = answer(admin.listOffsets(partitions).all());
        return committed.flatMap(offsets -> ends.map(all -> all.entrySet().stream()
                .mapToLong(end -> end.getValue().offset()
                        - Optional.ofNullable(offsets.get(end.getKey()))
                                .map(offset -> offset.offset())
                                .orElse(0L))
                .sum()));
    }

    private static <T> Optional<T> answer(KafkaFuture<T> future) {
        try {
            return Optional.of(future.get(2 * ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        admin.close(ANSWER_WITHIN);
    }
}
