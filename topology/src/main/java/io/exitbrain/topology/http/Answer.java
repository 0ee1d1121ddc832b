package io.exitbrain.topology.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.health.EngineHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP answer.
 *
 * @param retryAfterSeconds the wait before the client should ask again
 * @param isStale whether a copy answered, which can be behind
 */
record Answer(int status, String json, Optional<Integer> retryAfterSeconds, boolean isStale) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    static Answer ok(JsonNode body) {
        return new Answer(OK, body.toString(), Optional.empty(), false);
    }

    /** The answer of a copy. */
    static Answer stale(JsonNode body) {
        return new Answer(OK, body.toString(), Optional.empty(), true);
    }

    static Answer of(EngineHealth.Report report) {
        return new Answer(report.isGood() ? OK : UNAVAILABLE, report.body().toString(), Optional.empty(), false);
    }

    /** {@code fields} are added to the sentence. */
    static Answer notFound(String sentence, ObjectNode fields) {
        ObjectNode body = error(sentence);
        body.setAll(fields);
        return new Answer(NOT_FOUND, body.toString(), Optional.empty(), false);
    }

    static Answer error(int status, String sentence) {
        return new Answer(status, error(sentence).toString(), Optional.empty(), false);
    }

    static Answer notReady(NotReady reason) {
        return new Answer(
                UNAVAILABLE, error(String.valueOf(reason.getMessage())).toString(), Optional.of(1), false);
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    boolean isUnavailable() {
        return status == UNAVAILABLE;
    }

    /** The sentence of an answer that is not OK. */
    String error() {
        return body().path("error").asText();
    }

    /** The objects of the list {@code name}. */
    List<ObjectNode> listOf(String name) {
        List<ObjectNode> list = new ArrayList<>();
        body().path(name).forEach(one -> list.add((ObjectNode) one));
        return list;
    }

    private JsonNode body() {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new NotReady("another instance did not answer with JSON");
        }
    }

    private static ObjectNode error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence);
    }
}
