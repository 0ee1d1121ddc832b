package io.exitbrain.topology;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;



import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/** docs/topology.txt is what the flow really is; a change of a name or an edge changes that file, knowingly. */
class TopologyDescriptionTest {

    private static final Path DESCRIPTION = Path.of("..", "docs", "topology.txt");

    private static Topology topology() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "exit-brain");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return ExitTopology.live(FlowContext.with(Policy.DEFAULT), config);
    }

    @Test
    void shouldBeAsDescribedInTheDocs() throws IOException {
        assertThat(topology().describe().toString())
                .as("write the new description to docs/topology.txt if the change is meant")
                .isEqualToNormalizingNewlines(Files.readString(DESCRIPTION));
    }

    @Test
    void shouldBeOneSubtopologyWithoutRepartitionTopics() {
        TopologyDescription description = topology().describe();

        assertThat(description.subtopologies()).hasSize(1);
        assertThat(description.toString())
                .doesNotContain("repartition")
                .doesNotContain("KSTREAM-")
                .doesNotContain("KTABLE-");
    }
}
