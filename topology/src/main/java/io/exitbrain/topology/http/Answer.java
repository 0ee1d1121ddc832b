package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** An HTTP answer: status, JSON body, and the wait before the client should retry. */
record Answer(int status, String json, Optional<Integer> retryAfterSeconds) {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    static Answer ok(JsonNode body) {
        return new Answer(OK, body.toString(), Optional.empty());
    }

    static Answer unavailable(JsonNode body) {
        return new Answer(UNAVAILABLE, body.toString(), Optional.empty());
    }

    static Answer notFound(String sentence) {
        return new Answer(NOT_FOUND, error(sentence), Optional.empty());
    }

    static Answer badRequest(String sentence) {
        return new Answer(400, error(sentence), Optional.empty());
    }

    static Answer notReady(NotReady reason) {
        return new Answer(UNAVAILABLE, error(String.valueOf(reason.getMessage())), Optional.of(1));
    }

    private static String error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence).toString();
    }
}
