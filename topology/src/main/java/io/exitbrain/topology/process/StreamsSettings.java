package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.fast.intake.Inputs;
import io.exitbrain.topology.fast.intake.OrderedClientSupplier;
import io.exitbrain.topology.flow.BugHandler;
import io.exitbrain.topology.settings.Settings;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams: the defaults of the engine, each with its reason, overridden by the user's settings. */
public final class StreamsSettings {

    private static final String DEFAULT_BROKERS = "localhost:9092";

    private StreamsSettings() {}

    static String applicationId(Settings settings, Mode mode) {
        return settings.applicationId().orElse(mode == Mode.SHADOW ? "exit-brain-shadow" : "exit-brain");
    }

    /** Whether the group has the classic protocol, in which each member is known by name. */
    static boolean isClassic(Properties properties) {
        return GroupProtocol.CLASSIC.name.equalsIgnoreCase(
                properties.getProperty(StreamsConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name));
    }

    static Topics topics(Mode mode) {
        return Topics.of(mode);
    }

    /** The properties of a client that only connects to the cluster. */
    static Properties client(Settings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
        properties.putAll(settings.kafka());
        return properties;
    }

    /** The properties of the flow; {@code applicationServer} is the address at which the other instances query this one. */
    public static Properties of(Settings settings, FlowContext flow, String applicationServer) {
        Mode mode = flow.policy().mode();
        Properties properties = defaults();
        // On the fast lane our consumer keeps the order of the inputs, once per poll. With 0 Streams keeps
        // it, and formats a string for each quiet input and record.
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

    /** The clients of {@code config}, which measure the time to the commit; on the fast lane they also keep the order of the inputs and deliver prices in batches. */
    public static KafkaClientSupplier clients(StreamsConfig config, FlowContext flow) {
        KafkaClientSupplier clients = config.getKafkaClientSupplier();
        KafkaClientSupplier timed = new TimedClients(clients, flow.vitals().latency());
        return flow.lane() == Lane.FAST
                ? new OrderedClientSupplier(
                        timed,
                        new Inputs(
                                Set.of(topics(Mode.LIVE).markPrices().name()),
                                Set.of(topics(Mode.LIVE).exchangeEvents().name())))
                : timed;
    }

    private static Properties defaults() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
        commits(properties);
        producer(properties);
        consumer(properties);
        restore(properties);
        // A generated name of a store, changelog or repartition topic would change with the flow.
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }

    private static void commits(Properties properties) {
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // CommitPacer commits output at once. The rest, such as a new best price, is committed at this interval.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // A thread without input checks for a requested commit at this interval, so that output does not wait
        // for the next record.
        properties.put(StreamsConfig.POLL_MS_CONFIG, 10);
    }

    private static void producer(Properties properties) {
        // A transaction that starts before the previous one has ended retries soon. In an outage the backoff
        // still grows up to a second.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 2);
        // While catching up, output fills Kafka's 16 KiB so often that nearly every send wakes the sender thread.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        // A dead letter contains a whole input.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 5 * 1024 * 1024);
        // The open transaction of a crashed instance ends within seconds.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000);
    }

    private static void consumer(Properties properties) {
        // A crash is detected within seconds.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        // The others learn at their next heartbeat that a member has gone.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 100);
        // The prices of a poll are one batch. While catching up, a commit waits some milliseconds for it.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4_000);
        // -1 lets the OS size the receive buffer. Kafka's default (64 KiB) disables that, which makes catching up and
        // restoring read many small pieces.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), -1);
        // A position from before the first start is an orphan to protect, so its history must not be skipped.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }

    private static void restore(Properties properties) {
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        // An instance that has more than this to restore does so beside the owner, and asks for its partitions when it
        // is
        // ready (Balance). A JVM that has just started is slow, and nobody would decide meanwhile.
        properties.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 1_000L);
        // Should nobody hear it, Kafka would look after ten minutes.
        properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
        properties.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, 64);
        // The consumer polls a changelog once more after it has read its end. Kafka's 500 ms are longer than most
        // restores.
        properties.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
        // The number of round trips and the size of each limit the speed of a restore.
        properties.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
        properties.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 8 * 1024 * 1024);
    }
}
