package io.exitbrain.health.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exitbrain.yaml.InvalidFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void shouldHaveTheDocumentedBuiltInSettings() {
        Settings settings = read(SettingsFile.builtIn(), Map.of());

        assertThat(settings.service()).isEqualTo("ai-engine-service");
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.damping()).isEqualTo(Damping.NONE);
        assertThat(settings.dependencies())
                .extracting(
                        Dependency::name,
                        Dependency::isCritical,
                        one -> one.address().shown(),
                        Dependency::timeout)
                .containsExactly(
                        tuple("redis", true, "redis://localhost:6379", 2),
                        tuple("eventbus", true, "localhost:9092", 2),
                        tuple("risk_safety_service", false, "http://localhost:8003/health", 5));
    }

    @Test
    void shouldKnowTheTopicsOfThePackagedFile() {
        KafkaRequirements kafka =
                read(SettingsFile.builtIn(), Map.of()).dependencies().get(1).kafka();

        assertThat(kafka.topics()).hasSize(11).contains("order-fills", "exit-plans", "dead-letters", "exchange-events");
        assertThat(kafka.group()).isEqualTo("exit-brain");
    }

    @Test
    void shouldListEveryFaultAtOnce() {
        List<String> faults = faults("""
                intervall: 5s
                interval: soon
                damping: {failures: 4, of: 3}
                topics: nowhere.yaml
                dependencies:
                  cache: {kind: redis, address: localhost}
                  bus: {kind: kafka, address: "a:1,b", lag-degraded-above: -1}
                  web: {kind: http, address: "http://h/", timeout: 1h, enabled: maybe, colour: red}
                  off: {kind: tcp, address: "h:1", enabled: false, until: soon}
                  odd: {kind: smtp}
                  "no name": {kind: tcp, address: "h:1"}
                """);

        assertThat(faults)
                .anyMatch(fault -> fault.startsWith("intervall: is not known here; known are always-200"))
                .anyMatch(fault -> fault.startsWith("interval: must be a duration such as 500ms"))
                .contains("damping.failures: must be a whole number in [1, 3], was 4")
                .anyMatch(fault -> fault.startsWith("nowhere.yaml: cannot be read"))
                .anyMatch(fault -> fault.startsWith("dependencies.cache.address: must be redis://host:port"))
                .anyMatch(fault -> fault.startsWith("dependencies.bus.address: must be host:port, several with commas"))
                .anyMatch(fault -> fault.startsWith("dependencies.bus.lag-degraded-above: must be a whole number"))
                .anyMatch(fault -> fault.startsWith("dependencies.web.timeout: must be a duration"))
                .contains("dependencies.web.enabled: must be true or false, was \"maybe\"")
                .anyMatch(fault -> fault.startsWith("dependencies.web.colour: is not known here"))
                .contains("dependencies.off.reason: is missing: a dependency that is not enabled must say why")
                .anyMatch(fault -> fault.startsWith("dependencies.off.until: must be a day"))
                .contains("dependencies.odd.kind: must be one of redis, kafka, http, tcp, was smtp")
                .anyMatch(fault -> fault.startsWith("dependencies.no name: is not a name"));
    }

    @Test
    void shouldNotShowASecretInAFault() {
        List<String> faults = faults("""
                dependencies:
                  cache: {kind: redis, address: "redis://me:sesame@host with blank"}
                  bus: {kind: kafka, address: "h:1", kafka: {sasl.jaas.config: [sesame]}}
                """);

        assertThat(faults).hasSize(2).noneMatch(fault -> fault.contains("sesame"));
        assertThat(faults("a: b: sesame")).noneMatch(fault -> fault.contains("sesame"));
    }

    @Test
    void shouldPreferAddressesOfTheEnvironmentToTheFile() {
        Map<String, String> variables = Map.of(
                "REDIS_URL", "rediss://me:sesame@cache:6380/2",
                "KAFKA_BOOTSTRAP_SERVERS", "a:1, b:2",
                "RISK_SAFETY_URL", "https://risk/health?key=sesame");

        Settings settings = read(SettingsFile.builtIn(), variables);

        assertThat(settings.dependencies())
                .extracting(one -> one.address().shown(), one -> one.address().hostsInWords())
                .containsExactly(
                        Tuple.tuple("rediss://***@cache:6380/2", "cache:6380"),
                        Tuple.tuple("a:1,b:2", "a:1,b:2"),
                        Tuple.tuple("https://risk/health?***", "risk:443"));
        assertThat(settings.toString()).doesNotContain("sesame");
    }

    @Test
    void shouldMaskByTheEnvironmentWithAReasonAndAnEnd() {
        Mask plain = risk(Map.of("RISK_SAFETY_ENABLED", "false")).mask().orElseThrow();
        Mask full = risk(Map.of(
                        "RISK_SAFETY_ENABLED", "false",
                        "RISK_SAFETY_REASON", "not deployed",
                        "RISK_SAFETY_UNTIL", "2027-01-31"))
                .mask()
                .orElseThrow();

        assertThat(plain).isEqualTo(new Mask("switched off by RISK_SAFETY_ENABLED=false", Optional.empty()));
        assertThat(full).isEqualTo(new Mask("not deployed", Optional.of(Instant.parse("2027-01-31T00:00:00Z"))));
        assertThat(risk(Map.of("RISK_SAFETY_ENABLED", "")).mask()).isEmpty();
        assertThat(risk(Map.of("RISK_SAFETY_ENABLED", "true")).mask()).isEmpty();
    }

    @Test
    void shouldNameTheVariableThatIsWrong() {
        Throwable fault = catchThrowableOfType(
                InvalidFile.class,
                () -> read(
                        SettingsFile.builtIn(),
                        Map.of("RISK_SAFETY_ENABLED", "perhaps", "KAFKA_BOOTSTRAP_SERVERS", "nowhere")));

        assertThat(fault)
                .hasMessageContaining("environment: RISK_SAFETY_ENABLED: must be true or false, was perhaps")
                .hasMessageContaining("environment: KAFKA_BOOTSTRAP_SERVERS: must be host:port");
    }

    @Test
    void shouldLetTheCommandLineChooseServiceAndTopics() {
        Overrides overrides = new Overrides(
                Environment.EMPTY, Optional.of(Path.of("..", "topics.yaml")), Optional.of("another-service"), false);

        Settings settings = new SettingsReader("test", overrides).read(SettingsFile.builtIn());

        assertThat(settings.service()).isEqualTo("another-service");
        assertThat(settings.dependencies().get(1).kafka().topics()).contains("mark-prices");
    }

    private static Tuple tuple(String name, boolean critical, String address, int seconds) {
        return Tuple.tuple(name, critical, address, Duration.ofSeconds(seconds));
    }

    private static Dependency risk(Map<String, String> variables) {
        return read(SettingsFile.builtIn(), variables).dependencies().get(2);
    }

    private static Settings read(String yaml, Map<String, String> variables) {
        return new SettingsReader(
                        "test", new Overrides(new Environment(variables), Optional.empty(), Optional.empty(), false))
                .read(yaml);
    }

    private static List<String> faults(String yaml) {
        return catchThrowableOfType(InvalidFile.class, () -> read(yaml, Map.of()))
                .faults();
    }
}
