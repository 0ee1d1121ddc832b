package io.exitbrain.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerIT {

    private static final TopicPartition NOTES = new TopicPartition("notes", 0);

    @TempDir
    private Path data;

    @Test
    void shouldKeepItsRecordsAndItsPortOverARestart() throws Exception {
        int port;
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(data))) {
            port = broker.port();
            createNotes(broker);
            produce(broker, "first");
            assertThat(consume(broker, 1)).containsExactly("first");
        }

        try (EmbeddedBroker broker =
                EmbeddedBroker.start(BrokerSettings.in(data).onPort(port))) {
            produce(broker, "second");
            assertThat(broker.bootstrapServers()).isEqualTo("localhost:" + port);
            assertThat(consume(broker, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void shouldCommitTransactionsAndTakeTheLargestDeadLetter() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(data))) {
            createNotes(broker);
            String large = "x".repeat(4 * 1024 * 1024);

            try (var producer =
                    producer(broker, Map.of("transactional.id", "letters", "max.request.size", 5 * 1024 * 1024))) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(NOTES.topic(), large)).get(20, TimeUnit.SECONDS);
                producer.commitTransaction();
            }

            assertThat(consume(broker, 1)).containsExactly(large);
        }
    }

    @Test
    void shouldNameThePortThatIsTakenAndTheOptionToChangeIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            BrokerSettings settings = BrokerSettings.in(data).onPort(other.getLocalPort());

            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("port %d is in use".formatted(other.getLocalPort()))
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void shouldPreferAnExtraPropertyToTheDefault() throws Exception {
        BrokerSettings settings = BrokerSettings.in(data).with("auto.create.topics.enable", "true");

        try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
            produce(broker, "created on demand");
            assertThat(consume(broker, 1)).containsExactly("created on demand");
        }
    }

    @Test
    void shouldFormAClusterWithReplicasOfEverything() throws Exception {
        List<ClusterNode.Member> members = Stream.generate(
                        () -> new ClusterNode.Member(LoopbackPort.free(), LoopbackPort.free()))
                .limit(3)
                .toList();
        String clusterId = Uuid.randomUuid().toString();
        List<CompletableFuture<EmbeddedBroker>> starts = IntStream.rangeClosed(1, 3)
                .mapToObj(id -> new ClusterNode(data.resolve("node-" + id), id, clusterId, members))
                .map(node -> CompletableFuture.supplyAsync(
                        () -> EmbeddedBroker.start(node), task -> new Thread(task).start()))
                .toList();
        for (CompletableFuture<EmbeddedBroker> start : starts) {
            start.get(40, TimeUnit.SECONDS);
        }

        try (Admin admin = Admin.create(address(starts.get(0).join()))) {
            assertThat(admin.describeCluster().nodes().get(20, TimeUnit.SECONDS))
                    .hasSize(3);
            NewTopic notes = new NewTopic(NOTES.topic(), Optional.of(1), Optional.empty());
            var created = admin.createTopics(List.of(notes));
            assertThat(created.replicationFactor(NOTES.topic()).get(20, TimeUnit.SECONDS))
                    .isEqualTo(3);
        } finally {
            starts.parallelStream().forEach(start -> start.join().close());
        }
    }

    private static void createNotes(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(address(broker))) {
            admin.createTopics(List.of(new NewTopic(NOTES.topic(), 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void produce(EmbeddedBroker broker, String value) throws Exception {
        try (var producer = producer(broker, Map.of())) {
            producer.send(new ProducerRecord<>(NOTES.topic(), value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker, Map<String, Object> more) {
        Map<String, Object> settings = address(broker);
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static List<String> consume(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = address(broker);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(NOTES));
            while (values.size() < count) {
                consumer.poll(Duration.ofMillis(200)).forEach(note -> values.add(note.value()));
            }
        }
        return values;
    }

    private static Map<String, Object> address(EmbeddedBroker broker) {
        return new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
