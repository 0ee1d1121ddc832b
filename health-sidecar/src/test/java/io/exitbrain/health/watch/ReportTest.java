package io.exitbrain.health.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final String TABLE = """
            interval: 100ms
            dependencies:
              redis: {kind: redis, address: 'redis://h:1'}
              eventbus: {kind: kafka, address: 'h:1'}
              risk_safety_service: {kind: http, address: 'http://h:1/', critical: false%s}
            """;

    @ParameterizedTest
    @CsvSource({
        "OK,       OK,   DOWN,           DEGRADED",
        "OK,       OK,   NOT_APPLICABLE, OK",
        "OK,       OK,   OK,             OK",
        "DOWN,     OK,   OK,             DOWN",
        "OK,       DOWN, OK,             DOWN",
        "OK,       DOWN, DEGRADED,       DOWN",
        "OK,       DOWN, DOWN,           DOWN",
        "OK,       DOWN, NOT_APPLICABLE, DOWN",
        "DEGRADED, OK,   OK,             DEGRADED",
        "OK,       OK,   DEGRADED,       DEGRADED",
    })
    void shouldAggregateByTheTable(Status redis, Status eventbus, Status riskSafety, Status expected) {
        Map<String, Status> found = Map.of("redis", redis, "eventbus", eventbus, "risk_safety_service", riskSafety);
        String mask = riskSafety == Status.NOT_APPLICABLE ? ", enabled: false, reason: not deployed" : "";

        try (Watches watches = Watches.start(
                SettingsFile.fixed(TABLE.formatted(mask), Overrides.NONE),
                Clocks.SYSTEM,
                dependency -> new ScriptedProbe(found(found.getOrDefault(dependency.name(), Status.OK))))) {
            await().untilAsserted(() -> assertThat(watches.report().dependencies())
                    .extracting(DependencyStatus::status)
                    .containsExactly(redis, eventbus, riskSafety));
            await().untilAsserted(() -> assertThat(watches.report().status()).isEqualTo(expected));
        }
    }

    private static Finding found(Status status) {
        return switch (status) {
            case OK, NOT_APPLICABLE -> ScriptedProbe.OK;
            case DEGRADED -> ScriptedProbe.SLOW;
            case DOWN -> ScriptedProbe.DOWN;
        };
    }
}
