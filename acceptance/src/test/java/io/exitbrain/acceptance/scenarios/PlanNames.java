package io.exitbrain.acceptance.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.acceptance.audit.Line;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names the plans of each symbol {@code $plan1}, {@code $plan2}, ... in the order of their creation, because ids are hashes. */
final class PlanNames {

    private final Map<String, Map<String, String>> names = new HashMap<>();

    /** The line with names instead of ids. */
    Line named(Line output) {
        JsonNode planId = output.object().map(value -> value.path("planId")).orElse(null);
        if (planId == null || !planId.isTextual()) {
            return output;
        }
        Map<String, String> ofSymbol = names.computeIfAbsent(symbol(output), symbol -> new LinkedHashMap<>());
        String name = ofSymbol.computeIfAbsent(planId.asText(), id -> "$plan" + (ofSymbol.size() + 1));
        return output.withValue(output.value().orElseThrow().replace(planId.asText(), name));
    }

    /** The line with ids instead of names, as a report about a command needs them. */
    Line resolved(Line input) {
        String value = input.value().orElse("");
        if (!value.contains("$plan")) {
            return input;
        }
        for (Map.Entry<String, String> plan :
                names.getOrDefault(symbol(input), Map.of()).entrySet()) {
            value = value.replace(plan.getValue() + "-", plan.getKey() + "-");
        }
        return input.withValue(value);
    }

    /** The symbol of the record. Keys of hedge-mode plans are {@code SYMBOL/SIDE}. */
    static String symbol(Line line) {
        return symbolOf(line.key().orElse(""));
    }

    static String symbolOf(String key) {
        return key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
    }
}
