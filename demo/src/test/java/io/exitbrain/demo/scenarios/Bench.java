package io.exitbrain.demo.scenarios;

import static org.awaitility.Awaitility.await;

import io.exitbrain.demo.BrokerSettings;
import io.exitbrain.demo.EmbeddedBroker;
import io.exitbrain.demo.audit.Line;
import io.exitbrain.topology.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with three partitions a topic, engines to start on it, and hands to send with and read what is committed. */
final class Bench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> INPUTS = List.of("order-fills", "positions", "mark-prices", "execution-reports");
    private static final List<String> OUTPUTS =
            List.of("exit-plans", "trailing-stop-commands", "exit-events", "dead-letters");

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Path topicsFile;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    Bench(Path folder) {
        this.folder = folder;
        this.broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
        Map<String, Object> address = Map.of("bootstrap.servers", broker.bootstrapServers());
        this.topicsFile = withThreePartitions(folder.resolve("topics.yaml"));
        this.admin = Admin.create(address);
        this.producer = new KafkaProducer<>(address, new StringSerializer(), new ByteArraySerializer());
        createTopics();
    }

    private static Path withThreePartitions(Path file) {
        try (InputStream packaged =
                Objects.requireNonNull(TopicsFile.class.getResourceAsStream("/topics.yaml"), "topics.yaml")) {
            String text = new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(file, text.replace("partitions: 6", "partitions: 3"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void createTopics() {
        try {
            new TopicAdmin(admin, TopicsFile.at(topicsFile)).prepare();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts an engine that has read nothing yet unless one of the same id has run before. */
    EngineProcess engine(String applicationId, String... more) {
        return EngineProcess.start(SettingsReader.read(Optional.empty(), Map.of(), settings(applicationId, more)));
    }

    /** The same in a process of its own, which can be killed. */
    Process engineInJvmOfItsOwn(String applicationId, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                "io.exitbrain.topology.Main",
                "run"));
        settings(applicationId, more).forEach(setting -> command.addAll(List.of("--set", setting)));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(applicationId + ".log").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> settings(String applicationId, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "application.id=" + applicationId,
                "http.port=0",
                "topics=" + topicsFile));
        settings.addAll(Arrays.asList(more));
        if (settings.stream().noneMatch(setting -> setting.startsWith("state.dir="))) {
            settings.add("state.dir=" + folder.resolve(applicationId));
        }
        return settings;
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void send(List<Line> lines) {
        List<Future<RecordMetadata>> sent = lines.stream().map(this::send).toList();
        sent.forEach(Bench::got);
    }

    private Future<RecordMetadata> send(Line line) {
        return producer.send(new ProducerRecord<>(
                line.topic(),
                null,
                line.timestamp(),
                line.key().orElse(null),
                line.value().map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null)));
    }

    /** Returns once the engine has committed everything that was sent. */
    void awaitAllRead(String applicationId) {
        await().atMost(PATIENCE).until(() -> committed(applicationId).equals(ends(INPUTS)));
    }

    /** Returns once the engine has committed {@code count} records or more, of all inputs together. */
    void awaitRead(String applicationId, long count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> committed(applicationId).values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        read -> read >= count);
    }

    /** Returns once {@code count} engines share the tasks. */
    void awaitEngines(String applicationId, int count) {
        await().atMost(PATIENCE).until(() -> {
            ConsumerGroupDescription group = got(admin.describeConsumerGroups(List.of(applicationId))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next());
            return group.groupState() == GroupState.STABLE
                    && group.members().size() == count
                    && group.members().stream()
                            .noneMatch(member ->
                                    member.assignment().topicPartitions().isEmpty());
        });
    }

    private Map<TopicPartition, Long> committed(String applicationId) {
        Map<TopicPartition, Long> ends = ends(INPUTS);
        return got(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> ends.containsKey(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** The end of every partition that holds anything. */
    private Map<TopicPartition, Long> ends(List<String> topics) {
        Map<TopicPartition, OffsetSpec> all = got(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return got(admin.listOffsets(all).all()).entrySet().stream()
                .filter(entry -> entry.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Everything that was committed to the output topics, live and shadow. */
    List<Line> outputs() {
        List<String> topics = got(admin.listTopics().names()).stream()
                .filter(topic -> OUTPUTS.contains(topic.replace("shadow.", "")))
                .toList();
        Map<TopicPartition, Long> ends = ends(topics);
        return ends.isEmpty() ? List.of() : upTo(ends);
    }

    private List<Line> upTo(Map<TopicPartition, Long> ends) {
        List<Line> lines = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> lines.add(line(record)));
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return lines;
    }

    private static Line line(ConsumerRecord<String, String> record) {
        Optional<Header> reason = Optional.ofNullable(record.headers().lastHeader("reason"));
        return new Line(
                record.topic(),
                Optional.ofNullable(record.key()),
                Optional.ofNullable(record.value()),
                reason.map(header -> new String(header.value(), StandardCharsets.UTF_8)),
                record.timestamp());
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        broker.close();
    }
}
