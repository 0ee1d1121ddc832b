package io.exitbrain.topology.topics;

import static java.util.stream.Collectors.toMap;

import io.exitbrain.topology.brokers.MissingRight;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The requests of the topic commands to a cluster. A failure has a message for the user. */
final class Cluster {

    private final Admin admin;

    Cluster(Admin admin) {
        this.admin = admin;
    }

    int brokers() {
        return await(admin.describeCluster().nodes(), "count the brokers").size();
    }

    /** The descriptions of the topics that exist. */
    Map<String, TopicDescription> describe(Collection<String> names) {
        return admin.describeTopics(names).topicNameValues().entrySet().stream()
                .filter(topic -> exists(topic.getValue(), topic.getKey()))
                .collect(
                        toMap(Map.Entry::getKey, topic -> await(topic.getValue(), "describe topic " + topic.getKey())));
    }

    Config configsOf(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<ConfigResource, Config> found =
                await(admin.describeConfigs(List.of(resource)).all(), "read the settings of " + topic);
        return found.values().iterator().next();
    }

    /** Creates {@code topic}; false if another process created it at the same moment. */
    boolean create(TopicSpec topic, int brokers) {
        KafkaFuture<Void> created =
                admin.createTopics(List.of(topic.newTopicOn(brokers))).all();
        return succeeds(created, TopicExistsException.class, "create topic " + topic.name());
    }

    void alter(String topic, Collection<AlterConfigOp> changes) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        await(admin.incrementalAlterConfigs(Map.of(resource, changes)).all(), "change the settings of " + topic);
    }

    /**
     * Whether the leader of each partition answers; false while a broker does not know of the topic. The description of a new topic names leaders that do not know of it yet. A producer
     * with several batches under way then has its first refused and its second taken, and repeats the first in vain until
     * {@code delivery.timeout.ms}.
     */
    boolean doLeadersAnswer(Collection<TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> asked = topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return succeeds(
                admin.listOffsets(asked).all(),
                UnknownTopicOrPartitionException.class,
                "reach the leader of each partition");
    }

    void grow(TopicSpec topic) {
        await(
                admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(topic.partitions())))
                        .all(),
                "grow topic " + topic.name());
    }

    private static boolean exists(KafkaFuture<TopicDescription> described, String topic) {
        return succeeds(described, UnknownTopicOrPartitionException.class, "describe topic " + topic);
    }

    private static boolean succeeds(KafkaFuture<?> future, Class<? extends Exception> expected, String purpose) {
        try {
            future.get();
            return true;
        } catch (ExecutionException failed) {
            if (expected.isInstance(failed.getCause())) {
                return false;
            }
            throw failed(purpose, failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(purpose, interrupted);
        }
    }

    private static TopicAdminFailed failed(String purpose, ExecutionException failed) {
        String reason = MissingRight.sentence(failed).orElseGet(() -> String.valueOf(failed.getCause()));
        return new TopicAdminFailed("could not %s: %s".formatted(purpose, reason), failed);
    }

    private static <T> T await(KafkaFuture<T> future, String purpose) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed(purpose, failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(purpose, interrupted);
        }
    }

    private static TopicAdminFailed interrupted(String purpose, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new TopicAdminFailed("was interrupted while about to " + purpose, interrupted);
    }
}
