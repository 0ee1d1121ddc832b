package io.exitbrain.acceptance.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.exitbrain.acceptance.audit.Line;
import java.util.Optional;

/**
 * An expected output line of a scenario. Every given field must match and a list must match completely. The reason of a
 * dead letter must contain the given reason.
 */
record ExpectedLine(Line line) {

    static ExpectedLine parse(String text) {
        return new ExpectedLine(Line.parse(text));
    }

    /** The first difference of {@code actual}; empty if there is none. */
    Optional<String> missingIn(Line actual) {
        boolean sameKey = line.key().equals(actual.key());
        boolean sameReason = line.reason()
                .filter(reason -> !actual.reason().orElse("").contains(reason))
                .isEmpty();
        if (!sameKey || !sameReason) {
            return Optional.of("key or reason");
        }
        return line.object()
                .map(value -> differing(
                        "value",
                        value,
                        actual.object().<JsonNode>map(json -> json).orElse(MissingNode.getInstance())))
                .orElseGet(() -> line.value().equals(actual.value()) ? Optional.empty() : Optional.of("value"));
    }

    private static Optional<String> differing(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            return expected.properties().stream()
                    .map(field -> differing(path + "." + field.getKey(), field.getValue(), actual.path(field.getKey())))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                Optional<String> difference = differing(path + "[" + i + "]", expected.get(i), actual.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of("%s: expected %s, was %s".formatted(path, expected, actual));
    }
}
