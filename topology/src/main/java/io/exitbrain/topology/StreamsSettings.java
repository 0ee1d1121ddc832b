package io.exitbrain.topology;

import io.exitbrain.domain.Mode;
import io.exitbrain.topology.intake.OrderedClients;
import io.exitbrain.topology.settings.Settings;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is run: the settings that the engine's promises need, each with its reason, under what the user says. */
public final class StreamsSettings {

    private static final String DEFAULT_BROKERS = "localhost:9092";

    /** Will be the default in Kafka 5, so its constant is already deprecated; without it 4.3 warns at each start. */
    private static final String HANDLE_GLOBAL_BUGS = "processing.exception.handler.global.enabled";

    private StreamsSettings() {}

    static String applicationId(Settings settings, Mode mode) {
        return settings.applicationId().orElse(mode == Mode.SHADOW ? "exit-brain-shadow" : "exit-brain");
    }

    static Topics topics(Mode mode) {
        return mode == Mode.SHADOW ? Topics.shadow() : Topics.live();
    }

    /** The properties of a client that only needs to reach the cluster. */
    static Properties client(Settings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
        properties.putAll(settings.kafka());
        return properties;
    }

    /** The properties of the flow; {@code applicationServer} is where the other instances find this one's queries. */
    public static Properties of(Settings settings, Engine engine, String applicationServer) {
        Mode mode = engine.policy().mode();
        Properties properties = defaults();
        if (usesStreamsProtocol(settings)) {
            // makes a consumer of its own, not of ours: Streams itself must keep the order of the inputs
            properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0);
        }
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(settings, mode));
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, applicationServer);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDir().toAbsolutePath().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        handleBugs(properties, engine, topics(mode));
        return properties;
    }

    private static boolean usesStreamsProtocol(Settings settings) {
        return GroupProtocol.STREAMS.name.equalsIgnoreCase(settings.kafka().get(StreamsConfig.GROUP_PROTOCOL_CONFIG));
    }

    /** Clients that keep the order of the inputs where Streams is told not to. */
    public static KafkaClientSupplier clients(StreamsConfig config) {
        KafkaClientSupplier clients = config.getKafkaClientSupplier();
        return config.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG) == StreamsConfig.MAX_TASK_IDLE_MS_DISABLED
                ? new OrderedClients(
                        clients, Set.of(topics(Mode.LIVE).markPrices().name()))
                : clients;
    }

    /** A defect on one record goes to the dead letters; see {@link BugHandler}. */
    static void handleBugs(Properties properties, Engine engine, Topics topics) {
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BugHandler.class);
        properties.put(HANDLE_GLOBAL_BUGS, true);
        // the assignor reads its settings from the consumer's, and would warn about the default
        properties.put(StreamsConfig.mainConsumerPrefix(HANDLE_GLOBAL_BUGS), true);
        properties.put(BugHandler.VITALS, engine.vitals());
        properties.put(BugHandler.DEAD_LETTERS, topics.deadLetters().name());
    }

    private static Properties defaults() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // what was said is committed as soon as it can be (CommitSoon); the rest, a best price that moved, is written
        // in bulk
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // in a silence the thread looks up this often: what was said last must not wait for the next record
        properties.put(StreamsConfig.POLL_MS_CONFIG, 10);
        // a commit sends at once what waits, in few requests; until then linger is the 100 ms of Streams
        // a transaction that meets the end of the one before it asks again soon; outages still back off up to a second
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 2);
        // catching up, outputs would fill Kafka's 16 KiB so often that nearly each send wakes the sender up
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        // dead letters carry whole inputs
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 5 * 1024 * 1024);
        // a crash is noticed, and its open transaction ended, within seconds
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        // the prices of a poll are one batch; catching up, a commit waits for it some milliseconds
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4_000);
        // Kafka's 64 KiB switch off that the system sizes it: catching up and restoring read many small pieces then
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), -1);
        // a changelog that has just been read to its end is asked once more: Kafka's 500 ms are longer than most
        // restores
        properties.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
        // restoring is bound by round trips and by the size of each
        properties.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
        properties.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 8 * 1024 * 1024);
        // what happened before the first start is an orphan to be protected, not history to be skipped
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // our consumer keeps the order of the inputs, per poll: at 0 Streams formats a string for each quiet input and
        // record
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // no store, changelog or repartition topic may have a generated name
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }
}
