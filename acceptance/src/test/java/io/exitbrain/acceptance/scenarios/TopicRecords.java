package io.exitbrain.acceptance.scenarios;

import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.audit.Line;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends lines to the input topics and reads the committed lines of the output topics. */
final class TopicRecords implements AutoCloseable {

    private static final List<String> OUTPUTS =
            List.of("exit-plans", "trailing-stop-commands", "exit-events", "dead-letters");

    private final Map<String, Object> address;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    TopicRecords(Map<String, Object> address, Admin admin) {
        this.address = address;
        this.admin = admin;
        this.producer = new KafkaProducer<>(address, new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns once the broker has all lines. */
    void send(List<Line> lines) {
        List<Future<RecordMetadata>> sent = lines.stream().map(this::send).toList();
        sent.forEach(EngineProgress::result);
    }

    private Future<RecordMetadata> send(Line line) {
        return producer.send(new ProducerRecord<>(
                line.topic(),
                null,
                line.timestamp(),
                line.key().orElse(null),
                line.value().map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null)));
    }

    List<Line> outputs() {
        List<String> topics = EngineProgress.result(admin.listTopics().names()).stream()
                .filter(topic -> OUTPUTS.contains(topic.replace("shadow.", "")))
                .toList();
        Map<TopicPartition, Long> ends = EngineProgress.ends(admin, topics);
        return ends.isEmpty() ? List.of() : readTo(ends);
    }

    private List<Line> readTo(Map<TopicPartition, Long> ends) {
        List<Line> lines = new ArrayList<>();
        Map<String, Object> settings = new HashMap<>(address);
        settings.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            await().atMost(EngineProgress.TIMEOUT).until(() -> {
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

    @Override
    public void close() {
        producer.close();
    }
}
