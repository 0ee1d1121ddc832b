package io.exitbrain.benchmarks.child;

import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Creates, changes and deletes topics of the brokers of a run. */
public final class BrokerTopics {

    private static final List<String> INPUTS = List.of("mark-prices", "positions", "order-fills");
    private static final int PARTITIONS = 6;

    private BrokerTopics() {}

    /** Creates the topics of topics.yaml without retention by time: the records of the load are older than the run. */
    static void keepOldRecords(String bootstrapServers) throws IOException, InterruptedException {
        try (Admin admin = admin(bootstrapServers)) {
            new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
            admin.incrementalAlterConfigs(unlimitedRetention()).all().get();
        } catch (ExecutionException refused) {
            throw new ChildFailed("the broker refused to keep old records: " + refused.getCause());
        }
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> unlimitedRetention() {
        AlterConfigOp unlimited =
                new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1"), AlterConfigOp.OpType.SET);
        return INPUTS.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), topic -> List.of(unlimited)));
    }

    /** Creates a compacted topic with the same number of partitions as the inputs. */
    public static void createCompacted(String bootstrapServers, String topic) {
        NewTopic compacted = new NewTopic(topic, PARTITIONS, (short) 1)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try (Admin admin = admin(bootstrapServers)) {
            admin.createTopics(List.of(compacted)).all().get();
        } catch (ExecutionException refused) {
            throw new ChildFailed("the broker refused to create " + topic + ": " + refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ChildFailed("interrupted while creating " + topic);
        }
    }

    /** Deletes the topics that a candidate has left: those whose names begin with {@code prefix}. */
    public static void deleteOf(String bootstrapServers, String prefix) throws InterruptedException {
        try (Admin admin = admin(bootstrapServers)) {
            List<String> remaining = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .toList();
            admin.deleteTopics(remaining).all().get();
        } catch (ExecutionException refused) {
            throw new ChildFailed("the broker refused to delete the topics of " + prefix + ": " + refused.getCause());
        }
    }

    static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }
}
