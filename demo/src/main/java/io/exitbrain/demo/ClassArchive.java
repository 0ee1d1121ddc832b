package io.exitbrain.demo;

import io.exitbrain.broker.BrokerSettings;
import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.broker.LoopbackPort;
import io.exitbrain.topology.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Runs an engine on a broker of its own until it has protected a few positions, and stops it. The JVM of the engine writes
 * the classes that it has loaded into an archive when it ends ({@code -XX:ArchiveClassesAtExit}): a later start with this
 * archive takes about half the time.
 */
final class ClassArchive {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SYMBOLS = 30;
    private static final Topics TOPICS = Topics.live();

    private ClassArchive() {}

    /** {@code args}: an empty folder for data and log, then the command that starts the engine, without its settings. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        List<String> command = List.of(args).subList(1, args.length);
        boolean hasProtected;
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")))) {
            TopicSetup.createMissing(broker);
            Process engine = engine(command, folder, broker.bootstrapServers());
            try {
                hasProtected = protect(broker.bootstrapServers(), engine);
                engine.destroy();
                hasProtected &= engine.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } finally {
                engine.destroyForcibly();
            }
        }
        System.exit(hasProtected ? 0 : 1);
    }

    private static Process engine(List<String> command, Path folder, String brokers) throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--bootstrap-server", brokers, "--http-port", Integer.toString(LoopbackPort.free())));
        all.addAll(List.of("--set", "state.dir=" + state));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("engine.log").toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("EXIT_BRAIN_"));
        return builder.start();
    }

    /** Opens positions and moves their prices until each has a plan and a stop has moved; false if that takes too long. */
    private static boolean protect(String brokers, Process engine) {
        long endNanos = System.nanoTime() + LIMIT.toNanos();
        try (Producer<String, String> producer = producer(brokers);
                Consumer<String, String> commands = commands(brokers)) {
            send(
                    producer,
                    TOPICS.orderFills().name(),
                    "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"leverage\":5}");
            boolean hasMoved = false;
            for (int step = 0; !hasMoved && engine.isAlive() && System.nanoTime() < endNanos; step++) {
                String price = "{\"p\":\"%d.%d\"}".formatted(100 + step / 10, step % 10);
                send(producer, TOPICS.markPrices().name(), price);
                producer.flush();
                for (var command : commands.poll(Duration.ofMillis(50))) {
                    hasMoved |= command.value().contains("\"MOVE\"");
                }
            }
            return hasMoved;
        }
    }

    private static void send(Producer<String, String> producer, String topic, String json) {
        for (int number = 0; number < SYMBOLS; number++) {
            // A record that does not arrive shows as a stop that does not move.
            Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, "S" + number + "USDT", json));
        }
    }

    private static Producer<String, String> producer(String brokers) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringSerializer(),
                new StringSerializer());
    }

    private static Consumer<String, String> commands(String brokers) {
        Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        String topic = TOPICS.commands().name();
        Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        return consumer;
    }
}
