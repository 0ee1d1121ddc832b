package io.exitbrain.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.Verdict;
import io.exitbrain.audit.command.TopicAudit;
import io.exitbrain.chaos.ChaosResult;
import io.exitbrain.chaos.ChaosRun;
import io.exitbrain.chaos.ChaosSettings;
import io.exitbrain.chaos.ChaosSettings.Protocol;
import io.exitbrain.chaos.blow.BlowKind;
import io.exitbrain.demo.exchange.Feed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two engines on one broker are killed, paused and restarted while they trade: the short form of {@code ./exit-brain chaos}. */
@Timeout(300)
class ChaosIT {

    private static final List<BlowKind> BLOWS =
            List.of(BlowKind.KILL_ENGINE, BlowKind.PAUSE_ENGINE, BlowKind.KILL_ALL_ENGINES);
    private static final ChaosSettings SETTINGS = new ChaosSettings(
            Duration.ofMinutes(2), 7, Protocol.CLASSIC, Optional.empty(), Feed.OWN, 1, 2, BLOWS, BLOWS.size());

    private final List<String> timeline = new ArrayList<>();

    @TempDir
    private Path folder;

    /** The second part shows that a command too many would have been found. */
    @Test
    void shouldKeepEveryPromiseUnderBlows() throws Exception {
        try (ChaosRun run = new ChaosRun(SETTINGS, folder, timeline::add)) {
            ChaosResult result = run.run();

            assertThat(result.failures()).as(timeline.toString()).isEmpty();
            assertThat(result.blows()).hasSize(BLOWS.size());
            Verdict verdict = result.verdict().orElseThrow();
            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.commands()).isGreaterThan(300);
            assertThat(verdict.undecided()).isZero();

            repeatACommand(run.bootstrapServers());

            assertThat(audited(run.bootstrapServers()).isClean()).isFalse();
        }
    }

    private static Verdict audited(String bootstrapServers) {
        return new TopicAudit(bootstrapServers, Optional.empty(), Optional.empty(), ChaosRun.AUDIT, warning -> {})
                .run(false, verdict -> {});
    }

    /** Writes the first command of a partition once more: it protects a position that is closed long since. */
    private static void repeatACommand(String bootstrapServers) throws Exception {
        ConsumerRecord<byte[], byte[]> first = firstCommand(bootstrapServers);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(first.topic(), first.partition(), first.key(), first.value()))
                    .get();
        }
    }

    private static ConsumerRecord<byte[], byte[]> firstCommand(String bootstrapServers) {
        TopicPartition commands = new TopicPartition("trailing-stop-commands", 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(commands));
            List<ConsumerRecord<byte[], byte[]>> records = List.of();
            while (records.isEmpty()) {
                records = consumer.poll(Duration.ofMillis(200)).records(commands);
            }
            return records.get(0);
        }
    }
}
