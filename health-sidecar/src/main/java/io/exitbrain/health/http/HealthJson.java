package io.exitbrain.health.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.settings.Mask;
import io.exitbrain.health.watch.DependencyStatus;
import io.exitbrain.health.watch.Report;
import java.time.temporal.ChronoUnit;

/** The report for machines, as JSON. */
final class HealthJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TENTHS = 10;
    private static final double HUNDREDTHS = 100;

    private HealthJson() {}

    static ObjectNode of(Report report, String version) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("service", report.settings().service())
                .put("status", report.status().name())
                .put("version", version)
                .put(
                        "timestamp",
                        report.timestamp().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("uptime_seconds", rounded(report.uptimeSeconds(), HUNDREDTHS));
        report.settingsFault()
                .ifPresent(fault ->
                        body.put("configuration_error", "%s; the last good settings are in use".formatted(fault)));
        ObjectNode dependencies = body.putObject("dependencies");
        report.dependencies().forEach(one -> dependencies.set(one.name(), dependency(one)));
        return body;
    }

    private static JsonNode dependency(DependencyStatus one) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("status", one.status().name());
        one.mask().ifPresent(mask -> masked(body, mask));
        one.latencyMs().ifPresent(latency -> body.put("latency_ms", rounded(latency, TENTHS)));
        one.error().ifPresent(error -> body.put("error", error));
        body.put("critical", one.dependency().isCritical());
        if (one.ageSeconds().isPresent() && one.mask().isEmpty()) {
            body.put("age_seconds", rounded(one.ageSeconds().getAsDouble(), TENTHS));
        }
        if (!one.details().isEmpty()) {
            body.set("details", JSON.valueToTree(one.details()));
        }
        one.newest().ifPresent(newest -> damped(body, newest));
        return body;
    }

    private static void masked(ObjectNode body, Mask mask) {
        body.put("message", mask.reason()).put("masked", true);
        mask.until().ifPresent(until -> body.put("until", until.toString()));
    }

    private static void damped(ObjectNode body, Finding newest) {
        ObjectNode found =
                body.putObject("newest_probe").put("status", newest.status().name());
        newest.error().ifPresent(error -> found.put("error", error));
    }

    private static double rounded(double number, double parts) {
        return Math.round(number * parts) / parts;
    }
}
