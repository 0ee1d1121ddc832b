package io.exitbrain.health.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.exitbrain.health.settings.Dependency;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an HTTP answer means. */
final class HttpVerdict {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;

    private static final Map<String, Status> WORDS = Map.of(
            "ok", Status.OK,
            "up", Status.OK,
            "pass", Status.OK,
            "healthy", Status.OK,
            "degraded", Status.DEGRADED,
            "warn", Status.DEGRADED,
            "down", Status.DOWN,
            "fail", Status.DOWN,
            "unhealthy", Status.DOWN,
            "out_of_service", Status.DOWN);

    private HttpVerdict() {}

    static Finding of(int code, HttpBody body, double latencyMs, Dependency dependency) {
        JsonNode tree = tree(body);
        if (code < OK || code >= REDIRECT) {
            String redirect = code >= REDIRECT && code < CLIENT_ERROR ? " (redirects are not followed)" : "";
            return Finding.down(
                    latencyMs,
                    "Answered %d%s%s: %s".formatted(code, redirect, told(tree, dependency), dependency.address()));
        }
        if (!dependency.needsBodyStatus()) {
            return Finding.ok(latencyMs);
        }
        String word = tree.path("status").asText("").strip();
        if (word.isEmpty()) {
            return Finding.degraded(
                    latencyMs,
                    "Answered %d %s: %s".formatted(code, whyWithoutStatus(body, tree), dependency.address()));
        }
        return byWord(word, tree, latencyMs, dependency);
    }

    private static Finding byWord(String word, JsonNode tree, double latencyMs, Dependency dependency) {
        String shown = OneLine.of(Secrets.of(dependency).hiddenIn(word));
        Optional<Status> status = Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
        if (status.isEmpty()) {
            return Finding.degraded(
                    latencyMs, "Says an unknown status '%s': %s".formatted(shown, dependency.address()));
        }
        String sentence = "Says %s%s: %s".formatted(shown, told(tree, dependency), dependency.address());
        return switch (status.get()) {
            case DOWN -> Finding.down(latencyMs, sentence);
            case DEGRADED -> Finding.degraded(latencyMs, sentence);
            case OK, NOT_APPLICABLE -> Finding.ok(latencyMs);
        };
    }

    private static String whyWithoutStatus(HttpBody body, JsonNode tree) {
        if (body.isCut()) {
            return "with a body above %d KiB".formatted(HttpBody.MOST_BYTES / 1024);
        }
        return tree.isObject() ? "without a status in its body" : "with a body that is no JSON object";
    }

    /** The first of the reasons it gives, where it gives any. */
    private static String told(JsonNode tree, Dependency dependency) {
        String reason = tree.path("reasons").path(0).asText("");
        String first = reason.isEmpty() ? tree.path("error").asText("") : reason;
        return first.isBlank() ? "" : " (" + OneLine.of(Secrets.of(dependency).hiddenIn(first)) + ")";
    }

    private static JsonNode tree(HttpBody body) {
        try {
            JsonNode tree = body.isCut() ? MissingNode.getInstance() : JSON.readTree(body.bytes());
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
