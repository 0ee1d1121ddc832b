package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.evidence.EngineWatch;
import io.exitbrain.topology.evidence.RestoreProgress;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.history.Consumers;
import io.exitbrain.topology.http.QueryServer;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import io.exitbrain.topology.vitals.Vitals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running engine. It prepares the topics, starts the flow and serves the queries. It closes within ten seconds. */
public final class EngineProcess implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
    private static final Logger log = LoggerFactory.getLogger(EngineProcess.class);

    private final KafkaStreams streams;
    private final Admin admin;
    private final QueryServer server;
    private final Vitals vitals;
    private final EngineWatch evidence;
    private final RestoreTimer restoreTimer = new RestoreTimer(System::nanoTime);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;

    private EngineProcess(KafkaStreams streams, Admin admin, QueryServer server, Vitals vitals, EngineWatch evidence) {
        this.streams = streams;
        this.admin = admin;
        this.server = server;
        this.vitals = vitals;
        this.evidence = evidence;
    }

    /** Reads the policy and the topics file, prepares the topics and starts; throws with all faults if a file is invalid. */
    public static EngineProcess start(Settings settings) {
        Policy policy = settings.policy().map(EngineProcess::policyAt).orElse(Policy.DEFAULT);
        TopicsFile topics = topics(settings, policy.mode());
        Inputs inputs = prepare(settings, topics);
        FlowContext flow = FlowContext.with(policy)
                .with(settings.store())
                .with(settings.lane())
                .withPartitions(inputs.partitions())
                .withExchangeEvents(inputs.haveExchangeEvents())
                .requiringBatches();
        QueryServer server = QueryServer.bind(settings.http());
        try {
            return start(settings, flow, server);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static EngineProcess start(Settings settings, FlowContext flow, QueryServer server) {
        Properties properties = StreamsSettings.of(settings, flow, server.advertised());
        Topology topology = ExitTopology.of(flow, properties);
        StreamsConfig config = new StreamsConfig(properties);
        KafkaStreams streams = new KafkaStreams(topology, config, StreamsSettings.clients(config, flow));
        Admin admin = Admin.create(StreamsSettings.client(settings));
        RestoreProgress restore = new RestoreProgress(EngineWatch::monotonicMs);
        EngineWatch watch = new EngineWatch(
                StreamsView.of(streams),
                admin,
                Watched.of(settings, flow, config, server.advertised()),
                restore,
                EngineWatch::monotonicMs);
        EngineProcess process = new EngineProcess(streams, admin, server, flow.vitals(), watch);
        process.watch(restore);
        server.serve(streams, watch, flow, Consumers.of(properties), topology.describe(), settings.limits());
        streams.start();
        watch.start();
        log.info("started; the page is http://{}", server.advertised());
        return process;
    }

    private void watch(RestoreProgress restore) {
        streams.setGlobalStateRestoreListener(new RestoreListeners(List.of(restoreTimer, restore)));
        streams.setUncaughtExceptionHandler(failure -> {
            log.error("about to stop: {}", failure.toString(), failure);
            failed = true;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> {
            log.info("{} -> {}", before, now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                failed |= now == KafkaStreams.State.ERROR;
                ended.countDown();
            }
        });
    }

    private static Policy policyAt(Path file) {
        try {
            return PolicyFile.at(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("policy file cannot be read: " + unreadable, unreadable);
        }
    }

    private static TopicsFile topics(Settings settings, Mode mode) {
        try {
            TopicsFile file = settings.topics().isPresent()
                    ? TopicsFile.at(settings.topics().get())
                    : TopicsFile.packaged();
            return mode == Mode.SHADOW ? file.withOutputPrefix(Topics.SHADOW_PREFIX) : file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("topics file cannot be read: " + unreadable, unreadable);
        }
    }

    /**
     * The input topics as they are at the start.
     *
     * @param partitions number of partitions of each keyed input
     */
    private record Inputs(int partitions, boolean haveExchangeEvents) {}

    /** Makes the topics ready. */
    private static Inputs prepare(Settings settings, TopicsFile topics) {
        Properties client = StreamsSettings.client(settings);
        try (Admin admin = Admin.create(client)) {
            BrokersUnreachable.requireAnswer(admin, client.getProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, ""));
            TopicAdmin topicAdmin = new TopicAdmin(admin, topics);
            if (settings.createTopics()) {
                topicAdmin.prepare().forEach(topic -> log.info("created topic {}", topic));
            } else {
                topicAdmin.requireCoPartitioned();
            }
            return inputs(topicAdmin);
        }
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

    /** The port of the HTTP server. */
    public int httpPort() {
        return server.port();
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    /** The engine's own counts. */
    public Vitals vitals() {
        return vitals;
    }

    /** The duration of the restore, from the first store's begin to the last store's end. */
    public Duration restored() {
        return restoreTimer.took();
    }

    /** Waits until the flow has ended; true if it ended without a failure. */
    public boolean awaitEnd() throws InterruptedException {
        ended.await();
        return !failed;
    }

    @Override
    public void close() {
        server.close();
        evidence.close();
        admin.close(Duration.ZERO);
        // Leaving the group moves the tasks to other instances at once instead of after the session timeout.
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
    }
}
