package io.exitbrain.demo.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.exitbrain.demo.audit.Line;
import java.util.Optional;

/** An output line of a scenario. Every field given must match; a list must match from end to end; a dead letter's reason contains the one given. */
record Expected(Line line) {

    static Expected parse(String text) {
        return new Expected(Line.parse(text));
    }

    /** What {@code actual} lacks; empty where it is as expected. */
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

    private static Optional<String> differing(String path, JsonNode wanted, JsonNode actual) {
        if (wanted.isObject()) {
            return wanted.properties().stream()
                    .map(field -> differing(path + "." + field.getKey(), field.getValue(), actual.path(field.getKey())))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (wanted.isArray() && actual.isArray() && wanted.size() == actual.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                Optional<String> difference = differing(path + "[" + i + "]", wanted.get(i), actual.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        return wanted.equals(actual)
                ? Optional.empty()
                : Optional.of("%s: expected %s, was %s".formatted(path, wanted, actual));
    }
}
