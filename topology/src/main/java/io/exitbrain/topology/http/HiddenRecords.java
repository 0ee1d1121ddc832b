package io.exitbrain.topology.http;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of the inputs that an open transaction of a producer hides. The engine reads only up to the first open transaction, and so
 * far its consumers count their lag. The brokers are asked in the background, so that health answers at once while they are away.
 */
final class HiddenRecords {

    private static final int TIMEOUT_MS = 5_000;

    private final Admin admin;
    private final Supplier<Collection<TopicPartition>> inputs;
    private CompletableFuture<Long> asked = CompletableFuture.completedFuture(0L);
    private long newest;

    /** {@code inputs} are the partitions that this process reads. The caller closes {@code admin}. */
    HiddenRecords(Admin admin, Supplier<Collection<TopicPartition>> inputs) {
        this.admin = admin;
        this.inputs = inputs;
    }

    /** The number of hidden records when the brokers last answered. A call asks them again. */
    synchronized long count() {
        if (asked.isDone()) {
            newest = asked.isCompletedExceptionally() ? newest : asked.join();
            asked = ask(inputs.get());
        }
        return newest;
    }

    private CompletableFuture<Long> ask(Collection<TopicPartition> partitions) {
        CompletableFuture<Long> stable = sumOfEnds(partitions, IsolationLevel.READ_COMMITTED);
        return sumOfEnds(partitions, IsolationLevel.READ_UNCOMMITTED)
                .thenCombine(stable, (end, stableEnd) -> Math.max(0, end - stableEnd));
    }

    private CompletableFuture<Long> sumOfEnds(Collection<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(isolation).timeoutMs(TIMEOUT_MS))
                .all()
                .thenApply(found -> found.values().stream()
                        .mapToLong(ListOffsetsResultInfo::offset)
                        .sum())
                .toCompletionStage()
                .toCompletableFuture();
    }
}
