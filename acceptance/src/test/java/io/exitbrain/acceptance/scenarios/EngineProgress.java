package io.exitbrain.acceptance.scenarios;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/** How far the engines of an application id have read, by their consumer group. */
record EngineProgress(Admin admin) {

    static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final List<String> INPUTS = List.of("order-fills", "positions", "mark-prices", "execution-reports");

    /** Returns once the engine has committed all records of the input topics. */
    void awaitAllRead(String applicationId) {
        awaitAllRead(applicationId, TIMEOUT);
    }

    /** Returns once the engine has committed all records of the input topics; fails after {@code timeout}. */
    void awaitAllRead(String applicationId, Duration timeout) {
        await().atMost(timeout).until(() -> committed(applicationId).equals(ends(admin, INPUTS)));
    }

    /** Returns once the engine has committed at least {@code count} records of all input topics together. */
    void awaitRead(String applicationId, long count) {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> committed(applicationId).values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        read -> read >= count);
    }

    /** Returns once {@code count} engines share the tasks. */
    void awaitEngines(String applicationId, int count) {
        await().atMost(TIMEOUT).until(() -> {
            List<Boolean> working =
                    isOfStreamsProtocol(applicationId) ? streamsMembers(applicationId) : consumerMembers(applicationId);
            return working.size() == count && working.stream().allMatch(hasTasks -> hasTasks);
        });
    }

    private boolean isOfStreamsProtocol(String applicationId) {
        return result(admin.listGroups().all()).stream()
                .filter(group -> group.groupId().equals(applicationId))
                .anyMatch(group ->
                        group.type().filter(type -> type == GroupType.STREAMS).isPresent());
    }

    /** For each member of a stable group whether it has tasks; empty while the group is not stable. */
    private List<Boolean> consumerMembers(String applicationId) {
        ConsumerGroupDescription group = result(admin.describeConsumerGroups(List.of(applicationId))
                .describedGroups()
                .values()
                .iterator()
                .next());
        return group.groupState() != GroupState.STABLE
                ? List.of()
                : group.members().stream()
                        .map(member -> !member.assignment().topicPartitions().isEmpty())
                        .toList();
    }

    private List<Boolean> streamsMembers(String applicationId) {
        StreamsGroupDescription group = result(admin.describeStreamsGroups(List.of(applicationId))
                .describedGroups()
                .values()
                .iterator()
                .next());
        return group.groupState() != GroupState.STABLE
                ? List.of()
                : group.members().stream()
                        .map(member -> !member.assignment().activeTasks().isEmpty())
                        .toList();
    }

    private Map<TopicPartition, Long> committed(String applicationId) {
        Map<TopicPartition, Long> ends = ends(admin, INPUTS);
        return result(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> ends.containsKey(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** The end offset of every partition that has records. */
    static Map<TopicPartition, Long> ends(Admin admin, List<String> topics) {
        Map<TopicPartition, OffsetSpec> all = result(
                        admin.describeTopics(topics).allTopicNames())
                .values()
                .stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return result(admin.listOffsets(all).all()).entrySet().stream()
                .filter(entry -> entry.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
