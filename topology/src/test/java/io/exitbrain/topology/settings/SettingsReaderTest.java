package io.exitbrain.topology.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.logging.LogFormat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Optional<Path> file = file("http: {port: 1, host: 127.0.0.2}\nthreads: 2\n");

        Settings settings = SettingsReader.read(
                file,
                Map.of("EXIT_BRAIN_HTTP_PORT", "3", "EXIT_BRAIN_THREADS", "4", "PATH", "/bin"),
                List.of("http.port=5"));

        assertThat(settings.http().port()).isEqualTo(5);
        assertThat(settings.threads()).isEqualTo(4);
        assertThat(settings.http().host()).isEqualTo("127.0.0.2");
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
                .hasMessageContaining("must be key=value, was a text of 4 characters");
    }

    @Test
    void shouldShowWhatWasGivenWithItsSourceAndWithoutSecrets() throws IOException {
        Settings settings = SettingsReader.read(
                file(
                        "threads: 2\nkafka: {sasl.jaas.config: 'user password=hunter2', ssl.keystore.password: hunter2, my.reporter.api-token: hunter2}\n"),
                Map.of("EXIT_BRAIN_KAFKA_BOOTSTRAP_SERVERS", "a:1", "EXIT_BRAIN_THREADS", "3"),
                List.of("kafka.my.reporter.url=https://me:hunter2@host/x", "http.port=5"));

        assertThat(settings.log().given())
                .containsExactly(
                        "http.port=5 (command line)",
                        "kafka.bootstrap.servers=a:1 (environment)",
                        "kafka.my.reporter.api-token=**** (" + folder.resolve("settings.yaml") + ")",
                        "kafka.my.reporter.url=https://****@host/x (command line)",
                        "kafka.sasl.jaas.config=**** (" + folder.resolve("settings.yaml") + ")",
                        "kafka.ssl.keystore.password=**** (" + folder.resolve("settings.yaml") + ")",
                        "threads=3 (environment)");
        assertThat(settings.log().given().toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "http.token, EXIT_BRAIN_HTTP_TOKEN",
        "http.tls.keystore-password, EXIT_BRAIN_HTTP_TLS_KEYSTORE_PASSWORD",
        "kafka.sasl.jaas.config, EXIT_BRAIN_KAFKA_SASL_JAAS_CONFIG",
        "kafka.ssl.keystore.password, EXIT_BRAIN_KAFKA_SSL_KEYSTORE_PASSWORD",
        "kafka.ssl.keystore.key, EXIT_BRAIN_KAFKA_SSL_KEYSTORE_KEY",
        "kafka.main.consumer.sasl.jaas.config, EXIT_BRAIN_KAFKA_MAIN_CONSUMER_SASL_JAAS_CONFIG",
        "kafka.admin.ssl.key.password, EXIT_BRAIN_KAFKA_ADMIN_SSL_KEY_PASSWORD",
        "kafka.my.reporter.api-token, EXIT_BRAIN_KAFKA_MY_REPORTER_API_TOKEN"
    })
    void shouldRefuseASecretOnTheCommandLine(String key, String variable) {
        assertThatThrownBy(() ->
                        SettingsReader.read(Optional.empty(), Map.of(), List.of(key + "=hunter2-hunter2-hunter2")))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(
                        "command line: %s is a secret, and the list of processes shows the command line: use the environment (%s) or the file",
                        key, variable)
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.sasl.mechanism=PLAIN",
                "kafka.ssl.keystore.location=/k",
                "kafka.sasl.oauthbearer.token.endpoint.url=https://idp/token"
            })
    void shouldTakeWhatIsNoSecretForKafka(String argument) {
        assertThat(SettingsReader.read(Optional.empty(), Map.of(), List.of(argument))
                        .kafka())
                .hasSize(1);
    }

    @Test
    void shouldNeedATokenOrAFlagWhereNotOnlyThisMachineIsServed() throws IOException {
        assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), Map.of(), List.of("http.host=0.0.0.0")))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("set http.token or http.token-file, or http.insecure=true");
        Map<String, String> token = Map.of("EXIT_BRAIN_HTTP_TOKEN", "a-token-of-some-length");

        Settings settings = SettingsReader.read(Optional.empty(), token, List.of("http.host=0.0.0.0"));

        assertThat(settings.http().access().token()).isPresent();
        assertThat(settings.log().given()).contains("http.token=**** (environment)");
        assertThat(settings.toString() + settings.http()).doesNotContain("a-token-of-some-length");
        assertThat(SettingsReader.read(Optional.empty(), Map.of(), List.of("http.host=0.0.0.0", "http.insecure=true"))
                        .http()
                        .access()
                        .token())
                .isEmpty();
    }

    @Test
    void shouldReadTheLog() {
        Settings settings = SettingsReader.read(
                Optional.empty(), Map.of("EXIT_BRAIN_LOG_FORMAT", "json", "EXIT_BRAIN_LOG_LEVEL", "DEBUG"), List.of());

        assertThat(settings.log().format()).isEqualTo(LogFormat.JSON);
        assertThat(settings.log().level()).contains("debug");
        assertThatThrownBy(() ->
                        SettingsReader.read(Optional.empty(), Map.of(), List.of("log.format=xml", "log.level=loud")))
                .hasMessageContaining("log.format: must be text or json, was xml")
                .hasMessageContaining("log.level: must be one of debug, error, info, trace, warn, was loud");
    }

    @Test
    void shouldNameAFileThatDoesNotExist() {
        Path missing = folder.resolve("none.yaml");

        assertThatThrownBy(() -> SettingsReader.read(Optional.of(missing), Map.of(), List.of()))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(missing + " does not exist");
    }
}
