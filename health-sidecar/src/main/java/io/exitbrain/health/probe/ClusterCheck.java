package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.KafkaRequirements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** One check of a cluster: brokers, controller, topics, group. All requests are sent at once and share one deadline. */
final class ClusterCheck {

    private final Admin admin;
    private final Dependency dependency;
    private final KafkaRequirements required;
    private final long startNanos = System.nanoTime();
    private final Duration budget;
    private final Map<String, Object> details = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Status status = Status.OK;

    ClusterCheck(Admin admin, Dependency dependency, Duration budget) {
        this.admin = admin;
        this.dependency = dependency;
        this.required = dependency.kafka();
        this.budget = budget;
    }

    /** Throws if the cluster does not answer. Bad answers are in the finding. */
    Finding finding() throws ExecutionException, InterruptedException, TimeoutException {
        DescribeClusterResult cluster = admin.describeCluster();
        KafkaFuture<QuorumInfo> quorum = admin.describeMetadataQuorum().quorumInfo();
        DescribeTopicsResult topics = admin.describeTopics(required.topics());
        KafkaFuture<Collection<GroupListing>> groups = admin.listGroups().all();
        Collection<Node> brokers = await(cluster.nodes());
        double latencyMs = Attempt.msSince(startNanos);
        details.put("brokers", brokers.size());
        controller(quorum);
        topics(topics);
        group(groups);
        return new Finding(status, OptionalDouble.of(latencyMs), error(), details);
    }

    private void controller(KafkaFuture<QuorumInfo> quorum) throws InterruptedException {
        try {
            int leader = await(quorum).leaderId();
            details.put("controller", leader);
            if (leader < 0) {
                note(Status.DOWN, "No controller is active");
            }
        } catch (ExecutionException | TimeoutException failure) {
            note(Status.DOWN, "No controller answers");
        }
    }

    private void topics(DescribeTopicsResult result) throws InterruptedException, ExecutionException, TimeoutException {
        List<String> missing = new ArrayList<>();
        List<TopicDescription> present = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                result.topicNameValues().entrySet()) {
            try {
                present.add(await(topic.getValue()));
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure;
                }
                missing.add(topic.getKey());
            }
        }
        missing.sort(Comparator.naturalOrder());
        details.put("missing_topics", missing);
        if (!missing.isEmpty()) {
            note(Status.DOWN, "Missing topics " + String.join(", ", missing));
        }
        replicas(present);
    }

    private void replicas(List<TopicDescription> topics) {
        long leaderless = topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .filter(partition ->
                        partition.leader() == null || partition.leader().isEmpty())
                .count();
        long underReplicated = topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .filter(partition ->
                        partition.isr().size() < partition.replicas().size())
                .count();
        details.put("under_replicated_partitions", underReplicated);
        if (leaderless > 0) {
            note(Status.DOWN, leaderless + " partitions without a leader");
        } else if (underReplicated > 0) {
            note(Status.DEGRADED, underReplicated + " under-replicated partitions");
        }
    }

    private void group(KafkaFuture<Collection<GroupListing>> groups) throws InterruptedException {
        details.put("group", required.group());
        try {
            ConsumerGroup group = ConsumerGroup.of(required.group(), await(groups));
            details.put("group_state", group.state());
            if (required.groupRequired() && !group.hasMembers()) {
                note(Status.DEGRADED, "Group %s has no member (%s)".formatted(required.group(), group.state()));
            }
            long lagRecords = group.lagRecords(admin, this::await);
            details.put("lag_records", lagRecords);
            if (lagRecords > required.lagDegradedAbove()) {
                note(Status.DEGRADED, "%d records wait for group %s".formatted(lagRecords, required.group()));
            }
        } catch (ExecutionException | TimeoutException failure) {
            note(Status.DEGRADED, "Group %s cannot be looked at".formatted(required.group()));
        }
    }

    private <T> T await(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        long leftNanos = budget.toNanos() - (System.nanoTime() - startNanos);
        return future.get(Math.max(1, leftNanos), TimeUnit.NANOSECONDS);
    }

    private void note(Status worse, String fault) {
        status = worse.isWorseThan(status) ? worse : status;
        faults.add(fault);
    }

    private Optional<String> error() {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: %s".formatted(String.join("; ", faults), dependency.address()));
    }
}
