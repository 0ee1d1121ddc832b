package io.exitbrain.health.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.exitbrain.health.settings.Dependency;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rules that turn an HTTP answer into a finding. */
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

    private final int code;
    private final HttpBody body;
    private final JsonNode tree;
    private final double latencyMs;
    private final Dependency dependency;

    private HttpVerdict(int code, HttpBody body, double latencyMs, Dependency dependency) {
        this.code = code;
        this.body = body;
        this.tree = tree(body);
        this.latencyMs = latencyMs;
        this.dependency = dependency;
    }

    static Finding of(int code, HttpBody body, double latencyMs, Dependency dependency) {
        return new HttpVerdict(code, body, latencyMs, dependency).finding();
    }

    private Finding finding() {
        if (code < OK || code >= REDIRECT) {
            return badCode();
        }
        return dependency.needsBodyStatus() ? byBody() : Finding.ok(latencyMs);
    }

    private Finding badCode() {
        String redirect = code >= REDIRECT && code < CLIENT_ERROR ? " (redirects are not followed)" : "";
        return Finding.down(latencyMs, "Answered %d%s%s: %s".formatted(code, redirect, reason(), dependency.address()));
    }

    private Finding byBody() {
        String word = tree.path("status").asText("").strip();
        if (word.isEmpty()) {
            return Finding.degraded(
                    latencyMs, "Answered %d %s: %s".formatted(code, whyWithoutStatus(), dependency.address()));
        }
        return byWord(word);
    }

    private Finding byWord(String word) {
        String shown = safe(word);
        Optional<Status> status = Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
        if (status.isEmpty()) {
            return Finding.degraded(
                    latencyMs, "Says an unknown status '%s': %s".formatted(shown, dependency.address()));
        }
        String error = "Says %s%s: %s".formatted(shown, reason(), dependency.address());
        return switch (status.get()) {
            case DOWN -> Finding.down(latencyMs, error);
            case DEGRADED -> Finding.degraded(latencyMs, error);
            case OK, NOT_APPLICABLE -> Finding.ok(latencyMs);
        };
    }

    private String whyWithoutStatus() {
        if (body.isCut()) {
            return "with a body above %d KiB".formatted(HttpBody.MAX_BYTES / 1024);
        }
        return tree.isObject() ? "without a status in its body" : "with a body that is no JSON object";
    }

    /** The first of the reasons in the body, in parentheses; empty without reasons. */
    private String reason() {
        String reason = tree.path("reasons").path(0).asText("");
        String first = reason.isEmpty() ? tree.path("error").asText("") : reason;
        return first.isBlank() ? "" : " (" + safe(first) + ")";
    }

    private String safe(String text) {
        return Secrets.of(dependency).safe(text);
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
