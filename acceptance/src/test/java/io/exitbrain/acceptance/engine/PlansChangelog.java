package io.exitbrain.acceptance.engine;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.context.FlowContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;

/** The changelog of the plans of the application {@code exit-brain}, as an engine before has left it. */
final class PlansChangelog {

    private static final String TOPIC = "exit-brain-exit-plans-changelog";
    private static final int PARTITIONS = 6;

    private PlansChangelog() {}

    /** An engine that reads records, without a broker. */
    record Reader(TopologyTestDriver driver) {

        /** In {@code json} single quotes stand for double quotes. */
        void read(String topic, String symbol, String json, long timestamp) {
            driver.createInputTopic(topic, new StringSerializer(), new StringSerializer())
                    .pipeInput(symbol, json.replace('\'', '"'), timestamp);
        }
    }

    /** The newest state that an engine with {@code flow} writes while it reads {@code records}. */
    static byte[] stateAfter(FlowContext flow, Consumer<Reader> records) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "exit-brain");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        try (TopologyTestDriver driver = new TopologyTestDriver(ExitTopology.of(flow, properties), properties)) {
            records.accept(new Reader(driver));
            List<byte[]> states = driver.createOutputTopic(TOPIC, new StringDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList();
            return states.get(states.size() - 1);
        }
    }

    /** Leaves {@code state} on the partition of {@code symbol}, on a broker that has no engine yet. */
    static void leave(BrokerExtension broker, String symbol, byte[] state)
            throws ExecutionException, InterruptedException {
        leave(broker, Optional.empty(), symbol, state);
    }

    /** Leaves {@code state} on {@code partition}, on a broker that has no engine yet. */
    static void leave(BrokerExtension broker, int partition, String symbol, byte[] state)
            throws ExecutionException, InterruptedException {
        leave(broker, Optional.of(partition), symbol, state);
    }

    private static void leave(BrokerExtension broker, Optional<Integer> partition, String symbol, byte[] state)
            throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(broker.address(), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.of((short) 1))
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            byte[] key = symbol.getBytes(StandardCharsets.UTF_8);
            producer.send(partition
                            .map(at -> new ProducerRecord<>(TOPIC, at, key, state))
                            .orElseGet(() -> new ProducerRecord<>(TOPIC, key, state)))
                    .get();
        }
    }
}
