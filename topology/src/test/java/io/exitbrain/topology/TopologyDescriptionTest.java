package io.exitbrain.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The flow of each lane equals its file in docs. A change of a name or an edge must change that file too. */
class TopologyDescriptionTest {

    private static Topology topology(Lane lane) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "exit-brain");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return ExitTopology.of(FlowContext.with(Policy.DEFAULT).with(lane), config);
    }

    @ParameterizedTest
    @CsvSource({"FAST, topology.txt", "PLAIN, topology-plain.txt"})
    void shouldBeAsDescribedInTheDocs(Lane lane, String file) throws IOException {
        assertThat(topology(lane).describe().toString())
                .as("write the new description to docs/%s if the change is meant", file)
                .isEqualToNormalizingNewlines(Files.readString(Path.of("..", "docs", file)));
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldDecideInOneSubtopologyWithoutRepartitionTopics(Lane lane) {
        TopologyDescription description = topology(lane).describe();

        // Sub-topology 2 as in every release: the directories of the local state are named after it.
        assertThat(description.subtopologies())
                .hasSize(2)
                .filteredOn(part -> part.toString().contains("exit-plans"))
                .extracting(TopologyDescription.Subtopology::id)
                .containsExactly(2);
        assertThat(description.toString())
                .doesNotContain("repartition")
                .doesNotContain("KSTREAM-")
                .doesNotContain("KTABLE-");
    }
}
