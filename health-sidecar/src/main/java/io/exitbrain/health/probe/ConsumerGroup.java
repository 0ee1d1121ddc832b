package io.exitbrain.health.probe;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group of any protocol, as the brokers list it.
 *
 * @param listed its state; empty if the group does not exist
 */
record ConsumerGroup(String name, Optional<GroupState> listed) {

    /** Waits for an answer from the brokers. */
    @FunctionalInterface
    interface BrokerAnswers {

        <T> T await(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException;
    }

    static ConsumerGroup of(String name, Collection<GroupListing> groups) {
        return new ConsumerGroup(
                name,
                groups.stream()
                        .filter(group -> group.groupId().equals(name))
                        .findFirst()
                        .map(group -> group.groupState().orElse(GroupState.UNKNOWN)));
    }

    String state() {
        return listed.map(Enum::name).orElse("ABSENT");
    }

    boolean hasMembers() {
        return listed.filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                .isPresent();
    }

    /**
     * Records that the group has not read yet, in all partitions that it has ever committed. A group that does not exist has none;
     * asking for its offsets would make the brokers create the offsets topic.
     */
    long lagRecords(Admin admin, BrokerAnswers brokers)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (listed.isEmpty()) {
            return 0;
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                new HashMap<>(brokers.await(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata()));
        committed.values().removeIf(offset -> offset == null);
        if (committed.isEmpty()) {
            return 0;
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends = brokers.await(admin.listOffsets(
                        committed.keySet().stream().collect(toMap(key -> key, key -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - offsetOf(committed.get(end.getKey())))
                .filter(lag -> lag > 0)
                .sum();
    }

    private static long offsetOf(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
