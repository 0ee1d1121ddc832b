package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.brokers.Brokers;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.topology.settings.Setting;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of an engine and makes its topics ready, before the flow starts. */
final class Preparation {

    private static final Duration BROKERS_ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Preparation.class);

    private Preparation() {}

    static Policy policy(Settings settings) {
        return settings.policy().map(Preparation::policyAt).orElse(Policy.DEFAULT);
    }

    private static Policy policyAt(Path file) {
        try {
            return PolicyFile.at(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("policy: " + FileFault.of(file, unreadable), unreadable);
        }
    }

    static TopicsFile topics(Settings settings, Mode mode) {
        TopicsFile file = settings.topics().map(Preparation::topicsAt).orElseGet(TopicsFile::packaged);
        return mode == Mode.SHADOW ? file.withOutputPrefix(Topics.SHADOW_PREFIX) : file;
    }

    private static TopicsFile topicsAt(Path file) {
        try {
            return TopicsFile.at(file).requiring(Topics.live().neededNames(), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("topics: " + FileFault.of(file, unreadable), unreadable);
        }
    }

    /**
     * The input topics as they are at the start.
     *
     * @param partitions number of partitions of each keyed input
     */
    private record Inputs(int partitions, boolean haveExchangeEvents) {}

    private static Inputs inputs(Settings settings, TopicsFile topics, Admin admin) {
        TopicAdmin topicAdmin = new TopicAdmin(admin, topics);
        if (settings.createTopics()) {
            topicAdmin.prepare().forEach(topic -> log.info("created topic {}", topic));
        } else {
            topicAdmin.requireCoPartitioned();
        }
        return inputs(topicAdmin);
    }

    /** A client of the brokers, which have answered. The caller closes it. */
    static Admin admin(Settings settings) {
        return Brokers.connect(
                StreamsSettings.client(settings),
                BROKERS_ANSWER_WITHIN,
                Setting.KAFKA + StreamsConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    private static Inputs inputs(TopicAdmin topicAdmin) {
        Topics topics = Topics.live();
        boolean haveExchangeEvents =
                topicAdmin.partitionsOf(topics.exchangeEvents().name()) > 0;
        if (!haveExchangeEvents) {
            log.info(
                    "{} does not exist and is not read", topics.exchangeEvents().name());
        }
        return new Inputs(topicAdmin.partitionsOf(topics.orderFills().name()), haveExchangeEvents);
    }

    /** What the flow must know before it starts. Creates the missing topics, unless the settings forbid it. */
    static FlowContext flow(Settings settings, Policy policy, TopicsFile topics, Admin admin) {
        Inputs inputs = inputs(settings, topics, admin);
        return FlowContext.with(policy)
                .with(settings.store())
                .with(settings.lane())
                .withPartitions(inputs.partitions())
                .withExchangeEvents(inputs.haveExchangeEvents())
                .requiringBatches()
                .withHistory();
    }
}
