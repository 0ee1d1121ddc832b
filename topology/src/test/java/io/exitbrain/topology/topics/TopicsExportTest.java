package io.exitbrain.topology.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TopicsExportTest {

    private static final TopicsFile FILE = TopicsFile.parse("""
            version: 1
            topics:
              Order_fills: {role: input, key: k, value: v, partitions: 6, configs: {retention.ms: 7d, cleanup.policy: delete, min.insync.replicas: auto}}
              letters: {role: dead-letters, key: k, value: v, replication: 2}
            """, "topics.yaml");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new TopicsCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void shouldWriteOneCommandForEachTopic() {
        assertThat(new TopicsExport(FILE, 3).as(ExportFormat.KAFKA_TOPICS, "broker:9092", ""))
                .isEqualTo("""
                        kafka-topics.sh --bootstrap-server broker:9092 --create --if-not-exists \\
                          --topic Order_fills --partitions 6 --replication-factor 3 \\
                          --config cleanup.policy=delete \\
                          --config min.insync.replicas=2 \\
                          --config retention.ms=604800000
                        kafka-topics.sh --bootstrap-server broker:9092 --create --if-not-exists \\
                          --topic letters --partitions 1 --replication-factor 2
                        """);
    }

    @Test
    void shouldWriteOneResourceForEachTopic() throws IOException {
        String yaml = new TopicsExport(FILE, 1).as(ExportFormat.STRIMZI, "", "prod");

        List<JsonNode> resources = new ArrayList<>();
        new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(yaml).forEachRemaining(resources::add);
        assertThat(resources).hasSize(2);
        JsonNode fills = resources.get(0);
        assertThat(fills.path("apiVersion").asText()).isEqualTo("kafka.strimzi.io/v1");
        assertThat(fills.path("kind").asText()).isEqualTo("KafkaTopic");
        assertThat(fills.at("/metadata/name").asText()).isEqualTo("order-fills");
        assertThat(fills.at("/metadata/labels").path("strimzi.io/cluster").asText())
                .isEqualTo("prod");
        assertThat(fills.at("/spec/topicName").asText()).isEqualTo("Order_fills");
        assertThat(fills.at("/spec/partitions").asInt()).isEqualTo(6);
        assertThat(fills.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(fills.at("/spec/config").path("min.insync.replicas").asText())
                .isEqualTo("1");
    }

    @Test
    void shouldExportEveryTopicOfTheProductWithoutABroker() {
        assertThat(run("export", "--format", "kafka-topics")).isZero();
        assertThat(out.toString())
                .contains(TopicsFile.packaged().names().stream()
                        .map(name -> "--topic " + name + " ")
                        .toList());
        assertThat(run("export", "--format", "strimzi", "--brokers", "0")).isEqualTo(2);
    }

    @Test
    void shouldNameATopicThatTheFileLost() throws IOException {
        String whole = Files.readString(Path.of("..", "topics.yaml"));
        Path file = Files.writeString(folder.resolve("topics.yaml"), whole.replace("\n  mark-prices:", "\n  prices:"));

        assertThat(run("export", "--format", "strimzi", "--file", file.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("topics.mark-prices: is missing, the engine needs it");
    }

    @Test
    void shouldNotNeedTheOptionalTopic() throws IOException {
        String whole = Files.readString(Path.of("..", "topics.yaml"));
        Path file =
                Files.writeString(folder.resolve("topics.yaml"), whole.replace("\n  exchange-events:", "\n  other:"));

        assertThat(run("export", "--format", "strimzi", "--file", file.toString()))
                .isZero();
    }

    @Test
    void shouldNameAFileThatDoesNotExist() {
        assertThat(run("check", "--file", "none.yaml")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("--file: none.yaml does not exist" + System.lineSeparator());
    }

    @Test
    void shouldSayInOneSentenceThatNoBrokerAnswers() {
        assertThat(run("check", "--bootstrap-server", "no-such-host.invalid:9092"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "no broker answers at no-such-host.invalid:9092: the host no-such-host.invalid is not known; "
                                + "start one, or set --bootstrap-server");
    }
}
