package io.exitbrain.topology.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.topology.context.StoreKind;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path folder;

    private Optional<Path> file(String yaml) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("settings.yaml"), yaml));
    }

    @Test
    void shouldHaveDefaultsForEverything() {
        Settings settings = SettingsReader.read(Optional.empty(), Map.of(), List.of());

        assertThat(settings.http().port()).isEqualTo(8003);
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.store()).isEqualTo(StoreKind.MEMORY);
        assertThat(settings.kafka()).isEmpty();
    }

    @Test
    void shouldLetTheCommandLineWinOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Optional<Path> file = file("http: {port: 1, host: a}\nthreads: 2\n");

        Settings settings = SettingsReader.read(
                file,
                Map.of("EXIT_BRAIN_HTTP_PORT", "3", "EXIT_BRAIN_THREADS", "4", "PATH", "/bin"),
                List.of("http.port=5"));

        assertThat(settings.http().port()).isEqualTo(5);
        assertThat(settings.threads()).isEqualTo(4);
        assertThat(settings.http().host()).isEqualTo("a");
    }

    @Test
    void shouldPassKafkaSettingsThrough() throws IOException {
        Settings settings = SettingsReader.read(
                file("kafka:\n  security.protocol: SASL_SSL\n  ssl: {truststore.location: /t}\n"),
                Map.of("EXIT_BRAIN_KAFKA_BOOTSTRAP_SERVERS", "a:1"),
                List.of("kafka.sasl.mechanism=PLAIN"));

        assertThat(settings.kafka())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.location", "/t")
                .containsEntry("bootstrap.servers", "a:1")
                .containsEntry("sasl.mechanism", "PLAIN");
    }

    @Test
    void shouldListEveryFaultAtOnce() throws IOException {
        Optional<Path> file = file("http.port: 1\nhttp: {port: 2}\ncolour: red\n");

        assertThatThrownBy(() -> SettingsReader.read(
                        file,
                        Map.of("EXIT_BRAIN_PORT", "1", "EXIT_BRAIN_STORE", "disk"),
                        List.of("threads=0", "threads=1", "kafka.application.id=x", "oops")))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("http.port is given twice")
                .hasMessageContaining("colour is not known")
                .hasMessageContaining("EXIT_BRAIN_PORT is not known")
                .hasMessageContaining("store: must be memory or rocksdb, was disk")
                .hasMessageContaining("threads is given twice")
                .hasMessageContaining("threads: must be a whole number in [1, 64], was 0")
                .hasMessageContaining("kafka.application.id is set by the engine; instead use application.id")
                .hasMessageContaining("must be key=value, was oops");
    }
}
