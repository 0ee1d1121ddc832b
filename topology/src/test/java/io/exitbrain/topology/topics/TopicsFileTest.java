package io.exitbrain.topology.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsFileTest {

    @Test
    void shouldPackageTheFileOfTheTopLevel() throws IOException {
        assertThat(TopicsFile.packaged()).isEqualTo(TopicsFile.at(Path.of("..", "topics.yaml")));
    }

    @Test
    void shouldDeclareEveryTopicOfTheContract() {
        assertThat(TopicsFile.packaged().names())
                .containsExactly(
                        "order-fills",
                        "positions",
                        "mark-prices",
                        "execution-reports",
                        "exchange-events",
                        "instruments",
                        "exit-context",
                        "exit-plans",
                        "trailing-stop-commands",
                        "exit-events",
                        "dead-letters");
    }

    @Test
    void shouldGiveAllTopicsKeyedBySymbolTheSamePartitions() {
        List<TopicSpec> bySymbol = TopicsFile.packaged().groups().get("by-symbol");

        assertThat(bySymbol).hasSize(7).allMatch(topic -> topic.partitions() == 6);
    }

    @Test
    void shouldKeepInputsUncompactedExceptTheTwoReadWhole() {
        List<String> compacted = TopicsFile.packaged().topics().stream()
                .filter(topic -> "compact".equals(topic.configs().get("cleanup.policy")))
                .map(TopicSpec::name)
                .toList();

        assertThat(compacted).containsExactly("instruments", "exit-context", "exit-plans");
    }

    @Test
    void shouldHoldTheLargestInputInDeadLetters() {
        assertThat(configOf("dead-letters", "max.message.bytes")).isEqualTo("4194304");
        assertThat(configOf("order-fills", "max.message.bytes")).isEqualTo("1048576");
        assertThat(configOf("order-fills", "message.timestamp.after.max.ms")).isEqualTo("60000");
    }

    @Test
    void shouldPrefixOnlyTheTopicsThatTheEngineWrites() {
        TopicsFile shadow = TopicsFile.packaged().withOutputPrefix("shadow.");

        assertThat(shadow.names())
                .contains("order-fills", "exit-context", "shadow.exit-plans", "shadow.exit-events")
                .contains("shadow.trailing-stop-commands", "shadow.dead-letters")
                .hasSize(TopicsFile.packaged().names().size());
        assertThat(shadow.groups().get("by-symbol"))
                .extracting(TopicSpec::name)
                .contains("mark-prices", "shadow.exit-plans");
    }

    @Test
    void shouldListAllFaultsAtOnceWithTheirPaths() {
        String yaml = """
                version: 2
                defaults: {partitions: 0, colour: red}
                groups: {by-symbol: {partitions: 6}}
                topics:
                  fills: {group: by-sybol, role: inputs, key: symbol, value: fill, partition: 3}
                  prices:
                    group: by-symbol
                    role: input
                    key: symbol
                    value: price
                    partitions: 6
                    replication: many
                    configs: {retention.ms: 7 days, cleanup.policy: squeeze, max.mesage.bytes: 1MiB}
                  "bad name": {role: output, key: symbol}
                """;

        assertThatThrownBy(() -> TopicsFile.parse(yaml, "mine.yaml"))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("mine.yaml: 13 faults")
                .asInstanceOf(type(InvalidFile.class))
                .extracting(InvalidFile::faults, InstanceOfAssertFactories.list(String.class))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).isEqualTo("version: must be a whole number in [1, 1], was 2"),
                        fault -> assertThat(fault)
                                .isEqualTo("defaults.partitions: must be a whole number in [1, 10000], was 0"),
                        fault -> assertThat(fault).startsWith("defaults.colour: is not known here"),
                        fault -> assertThat(fault)
                                .isEqualTo("topics.fills.group: must be one of the groups above, was by-sybol"),
                        fault -> assertThat(fault)
                                .isEqualTo("topics.fills.role: must be input, output or dead-letters, was inputs"),
                        fault -> assertThat(fault).startsWith("topics.fills.partition: is not known here"),
                        fault -> assertThat(fault)
                                .isEqualTo("topics.prices.partitions: is set by its group: leave it out here"),
                        fault -> assertThat(fault)
                                .isEqualTo(
                                        "topics.prices.replication: must be a whole number in [1, 32767], was \"many\""),
                        fault -> assertThat(fault).startsWith("topics.prices.configs.retention.ms: must be a time"),
                        fault -> assertThat(fault)
                                .startsWith("topics.prices.configs.cleanup.policy: must be one of delete"),
                        fault -> assertThat(fault)
                                .startsWith("topics.prices.configs.max.mesage.bytes: is not known here"),
                        fault -> assertThat(fault).startsWith("topics.bad name: is not a topic name"),
                        fault -> assertThat(fault).isEqualTo("topics.bad name.value: is missing"));
    }

    @Test
    void shouldRefuseAKeyThatIsWrittenTwice() {
        assertThatThrownBy(() -> TopicsFile.parse("version: 1\nversion: 1\n", "twice.yaml"))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("Duplicate field 'version'");
    }

    @Test
    void shouldRefuseAFileWithoutTopics() {
        assertThatThrownBy(() -> TopicsFile.parse("version: 1\n", "empty.yaml"))
                .hasMessageContaining("topics: must name at least one topic");
    }

    @Test
    void shouldNameAMissingFile(@TempDir Path folder) {
        Path missing = folder.resolve("none.yaml");

        assertThat(Files.exists(missing)).isFalse();
        assertThatThrownBy(() -> TopicsFile.at(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.yaml");
    }

    private static String configOf(String topic, String setting) {
        return TopicsFile.packaged().topic(topic).orElseThrow().configs().getOrDefault(setting, "none");
    }
}
