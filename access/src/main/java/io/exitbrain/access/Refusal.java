package io.exitbrain.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Ends a request that must not be answered. */
final class Refusal {

    private Refusal() {}

    /** Answers with {@code status} and the sentence as JSON; no handler follows. */
    static void of(Context context, HttpStatus status, String sentence) {
        context.status(status)
                .contentType("application/json")
                .result(JsonNodeFactory.instance
                        .objectNode()
                        .put("error", sentence)
                        .toString());
        context.skipRemainingHandlers();
    }
}
