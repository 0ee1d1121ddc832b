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

/** A consumer group as the brokers list it, whatever protocol it speaks. */
record GroupLook(String name, Optional<GroupState> known) {

    /** Waits for an answer of the brokers. */
    @FunctionalInterface
    interface Awaiting {

        <T> T await(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException;
    }

    static GroupLook of(String name, Collection<GroupListing> groups) {
        return new GroupLook(
                name,
                groups.stream()
                        .filter(group -> group.groupId().equals(name))
                        .findFirst()
                        .map(group -> group.groupState().orElse(GroupState.UNKNOWN)));
    }

    String state() {
        return known.map(Enum::name).orElse("ABSENT");
    }

    boolean hasMembers() {
        return known.filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                .isPresent();
    }

    /**
     * Committed records that it has not read, over the partitions it ever committed. A group that does not exist is not asked: asking
     * would make the brokers create their offsets topic.
     */
    long lagRecords(Admin admin, Awaiting brokers) throws ExecutionException, InterruptedException, TimeoutException {
        if (known.isEmpty()) {
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
