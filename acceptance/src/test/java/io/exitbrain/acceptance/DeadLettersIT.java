package io.exitbrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.deadletters.DeadLettersCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

/** The commands for dead letters on a broker. */
@Timeout(120)
class DeadLettersIT {

    private static final String FILL = "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"fillId\":\"1\"}";
    private static final String BAD = "{\"side\":\"BUY\",\"price\":\"0\",\"quantity\":\"1\"}";

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", broker.bootstrapServers()));
        return new CommandLine(new DeadLettersCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.write(String.valueOf(failure.getMessage()));
                    return failure instanceof IllegalArgumentException ? 2 : 1;
                })
                .execute(all.toArray(String[]::new));
    }

    /** Writes a dead letter as the engine does. */
    private void letter(String topic, @Nullable String key, String value, String kind) throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                "dead-letters", 0, 1_764_000_000_000L, key == null ? null : bytes(key), bytes(value));
        Map.of(
                        "__streams.errors.topic",
                        topic,
                        "__streams.errors.partition",
                        "2",
                        "__streams.errors.offset",
                        "7",
                        "kind",
                        kind,
                        "reason",
                        "price must be > 0, was 0 (" + topic + "-2@7)")
                .forEach((name, text) -> record.headers().add(name, bytes(text)));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker.address(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All committed records of {@code topic}. */
    private List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }

    @Test
    void shouldListAndShow() throws Exception {
        letter("order-fills", "BTCUSDT", BAD, "bad-input");
        letter("positions", "ETHUSDT", "\u0000\u0001", "bug");

        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains(
                        "2 dead letters",
                        "price must be > 0, was 0",
                        "dead-letters/0@1",
                        "key ETHUSDT",
                        "positions-2@7");
        assertThat(run("list", "--kind", "bug", "--json")).isZero();
        assertThat(out.toString()).contains("\"letters\":1", "\"value\":\"0x0001\"");

        assertThat(run("show", "0@0")).isZero();
        assertThat(out.toString()).contains("header     kind: bad-input", "value      " + BAD.length() + " bytes", BAD);
        assertThat(run("show", "0@1")).isZero();
        assertThat(out.toString()).contains("00000000  00 01");
        assertThat(run("show", "0@9")).isEqualTo(2);
        assertThat(err.toString()).contains("dead-letters/0@9 does not exist: partition 0 has the offsets 0 to 1");
        assertThat(run("show", "5@0")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no partition 5");
    }

    @Test
    void shouldSendTheOriginalRecordOnceToThePartitionOfItsKey() throws Exception {
        letter("order-fills", "BTCUSDT", FILL, "bug");

        assertThat(run("redrive", "0@0", "--dry-run")).isZero();
        assertThat(out.toString()).contains("dead-letters/0@0 would be sent to order-fills");
        assertThat(records("order-fills")).isEmpty();

        assertThat(run("redrive", "0@0")).isZero();
        assertThat(out.toString()).contains("dead-letters/0@0 sent to order-fills-", "1 sent, 0 not sent");

        assertThat(run("redrive", "0@0")).isEqualTo(3);
        assertThat(out.toString())
                .contains("dead-letters/0@0 not sent: was redriven before", "--again", "0 sent, 1 not sent");
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("1 dead letters", "(was redriven)");
        assertThat(run("show", "0@0")).isZero();
        assertThat(out.toString()).contains("redriven   ");

        List<ConsumerRecord<String, String>> sent = records("order-fills");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).value()).isEqualTo(FILL);
        assertThat(sent.get(0).key()).isEqualTo("BTCUSDT");
        assertThat(sent.get(0).timestamp()).isEqualTo(1_764_000_000_000L);
        assertThat(new String(sent.get(0).headers().lastHeader("redriven-from").value(), StandardCharsets.UTF_8))
                .isEqualTo("dead-letters/0@0");
        assertThat(sent.get(0).partition()).isEqualTo(partitionOfKafka("BTCUSDT"));

        assertThat(run("redrive", "0@0", "--again")).isZero();
        assertThat(records("order-fills")).hasSize(2);
    }

    private int partitionOfKafka(String key) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker.address(), new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>("positions", bytes(key), bytes("x")))
                    .get()
                    .partition();
        }
    }

    @Test
    void shouldKeepThePartitionOfARecordWithoutAKey() throws Exception {
        letter("mark-prices", null, "[{\"symbol\":\"A\",\"markPrice\":\"1\"}]", "bug");

        assertThat(run("redrive", "0@0")).isZero();

        assertThat(records("mark-prices")).extracting(ConsumerRecord::partition).containsExactly(2);
    }

    @Test
    void shouldNotSendWhatWouldBeRefusedAgain() throws Exception {
        letter("order-fills", "BTCUSDT", BAD, "bad-input");
        letter("exit-plans", "BTCUSDT", "{}", "bad-input");

        assertThat(run("redrive", "--all", "--yes")).isEqualTo(3);
        assertThat(out.toString())
                .contains("dead-letters/0@0 not sent: would be refused again: price must be > 0", "--force")
                .contains("dead-letters/0@1 not sent: came on exit-plans; only ");
        assertThat(records("order-fills")).isEmpty();

        assertThat(run("redrive", "--topic", "order-fills", "--force")).isZero();
        assertThat(records("order-fills")).extracting(ConsumerRecord::value).containsExactly(BAD);
    }

    @Test
    void shouldAskBeforeMoreThanOneAndSendEachOfManyOnce() throws Exception {
        for (int i = 0; i < 201; i++) {
            letter("order-fills", "S" + i, FILL, "bug");
        }

        assertThat(run("redrive", "--all")).isEqualTo(2);
        assertThat(err.toString()).contains("201 records would be sent: confirm it with --yes");
        assertThat(records("order-fills")).isEmpty();

        assertThat(run("redrive", "--all", "--yes")).isZero();
        assertThat(out.toString()).contains("201 sent, 0 not sent");
        assertThat(records("order-fills"))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 201).mapToObj(i -> "S" + i).toList());
    }

    @Test
    void shouldWantOneWayOfChoosing() {
        assertThat(run("redrive")).isEqualTo(2);
        assertThat(run("redrive", "0@0", "--topic", "order-fills")).isEqualTo(2);
        assertThat(run("redrive", "0@0", "--all")).isEqualTo(2);
        assertThat(run("redrive", "zero")).isEqualTo(2);
        assertThat(run("list", "--since", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("must be a time such as 2025-11-24T16:00:00Z");
    }
}
