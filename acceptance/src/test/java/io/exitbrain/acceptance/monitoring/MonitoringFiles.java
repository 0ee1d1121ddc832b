package io.exitbrain.acceptance.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of docs/monitoring. */
final class MonitoringFiles {

    static final Path FOLDER =
            Path.of("..", "docs", "monitoring").toAbsolutePath().normalize();

    private MonitoringFiles() {}

    static JsonNode dashboard() {
        return read(new ObjectMapper(), "dashboard.json");
    }

    static String guide() {
        try {
            return Files.readString(FOLDER.resolve("README.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<JsonNode> alerts() {
        return elements(read(new YAMLMapper(), "alerts.yaml").path("groups"))
                .flatMap(group -> elements(group.path("rules")))
                .toList();
    }

    static List<JsonNode> alertTests() {
        return elements(read(new YAMLMapper(), "alerts_test.yaml").path("tests"))
                .flatMap(test -> elements(test.path("promql_expr_test")))
                .toList();
    }

    /** The panels of the dashboard, without the titles of the rows. */
    static List<JsonNode> panels() {
        return elements(dashboard().path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    static List<Expression> expressionsOf(JsonNode panel) {
        return elements(panel.path("targets"))
                .map(target -> new Expression(target.path("expr").asText()))
                .toList();
    }

    /** All expressions of panels, variables and alerts. */
    static List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        panels().forEach(panel -> all.addAll(expressionsOf(panel)));
        elements(dashboard().path("templating").path("list"))
                .filter(variable -> variable.path("type").asText().equals("query"))
                .map(variable -> variable.path("definition").asText().replaceAll("label_values\\((.*), \\w+\\)", "$1"))
                .forEach(query -> all.add(new Expression(query)));
        alerts().forEach(alert -> all.add(new Expression(alert.path("expr").asText())));
        return all;
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
