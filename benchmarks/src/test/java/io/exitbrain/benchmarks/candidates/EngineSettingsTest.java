package io.exitbrain.benchmarks.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {

    @Test
    void shouldDescribeOnlySettingsThatDifferFromKafkasDefaults() {
        ConfigDef definition = new ConfigDef()
                .define("a", ConfigDef.Type.INT, 1, ConfigDef.Importance.LOW, "")
                .define("b", ConfigDef.Type.INT, 2, ConfigDef.Importance.LOW, "");

        assertThat(EngineSettings.differing(Map.of("a", "1", "b", 3, "unknown", 4), definition))
                .isEqualTo(Map.of("b", "3 (Kafka: 2)"));
    }

    @Test
    void shouldDescribeHowTheEngineRunsAndNotWhere() {
        assertThat(EngineSettings.described().get("Engine: Kafka Streams"))
                .containsEntry("processing.guarantee", "exactly_once_v2 (Kafka: at_least_once)")
                .doesNotContainKeys("state.dir", "application.id");
    }

    @Test
    void shouldGiveEveryStreamsCandidateTheEnginesCommitInterval() {
        Setup setup = new Setup("localhost:9092", "engine", Path.of("state"));

        assertThat(String.valueOf(setup.streams().get("commit.interval.ms"))).isEqualTo("" + setup.commitIntervalMs());
    }
}
