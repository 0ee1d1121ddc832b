package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.fast.intake.OrderedClientSupplier;
import io.exitbrain.topology.flow.BugHandler;
import io.exitbrain.topology.settings.Settings;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is run: the settings that the engine's promises need, each with its reason, under what the user says. */
public final class StreamsSettings {

    private static final String DEFAULT_BROKERS = "localhost:9092";

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
    public static Properties of(Settings settings, FlowContext flow, String applicationServer) {
        Mode mode = flow.policy().mode();
        Properties properties = defaults();
        // the fast lane's consumer keeps the order of the inputs, once a poll; at 0 Streams keeps it, and formats a
        // string for
        // each quiet input and record
        properties.put(
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                flow.lane() == Lane.FAST ? StreamsConfig.MAX_TASK_IDLE_MS_DISABLED : 0L);
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(settings, mode));
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, applicationServer);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDir().toAbsolutePath().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        BugHandler.configure(
                properties, flow.vitals(), topics(mode).deadLetters().name());
        return properties;
    }

    /** On the fast lane clients that keep the order of the inputs and hand prices on in batches, else those of {@code config}. */
    public static KafkaClientSupplier clients(StreamsConfig config, FlowContext flow) {
        KafkaClientSupplier clients = config.getKafkaClientSupplier();
        return flow.lane() == Lane.FAST
                ? new OrderedClientSupplier(
                        clients, Set.of(topics(Mode.LIVE).markPrices().name()))
                : clients;
    }

    private static Properties defaults() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // output is committed at once (CommitPacer); the rest, such as a best price that moved, is written in bulk
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // how often a thread without input checks for a pending commit: the last output must not wait for the next
        // record
        properties.put(StreamsConfig.POLL_MS_CONFIG, 10);
        // a transaction that starts before the previous one has ended retries soon; outages still back off up to a
        // second
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
        // no store, changelog or repartition topic may have a generated name
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }
}
