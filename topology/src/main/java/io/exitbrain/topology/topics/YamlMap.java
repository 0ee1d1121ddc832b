package io.exitbrain.topology.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A map in a YAML file that knows where it stands and notes what is wrong in it instead of stopping at the first fault. */
final class YamlMap {

    private final String path;
    private final JsonNode node;
    private final List<String> faults;

    private YamlMap(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    static YamlMap root(JsonNode node, List<String> faults) {
        return checked("", node, faults);
    }

    private static YamlMap checked(String path, JsonNode node, List<String> faults) {
        if (node.isObject() || node.isMissingNode()) {
            return new YamlMap(path, node, faults);
        }
        faults.add("%s: must be a map, was %s".formatted(path.isEmpty() ? "the file" : path, node));
        return new YamlMap(path, MissingNode.getInstance(), faults);
    }

    YamlMap allowingOnly(Set<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                fault(
                        key,
                        "is not known here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return this;
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }

    YamlMap map(String key) {
        return checked(pathTo(key), node.path(key), faults);
    }

    /** A text, or a number or a boolean as it is written. */
    Optional<String> text(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            fault(key, "must be a text or a number, was " + value);
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    String requiredText(String key) {
        if (!node.has(key)) {
            fault(key, "is missing");
        }
        return text(key).orElse("");
    }

    OptionalInt wholeNumber(String key, int least, int most) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt()
                || !value.isIntegralNumber()
                || value.intValue() < least
                || value.intValue() > most) {
            fault(key, "must be a whole number in [%d, %d], was %s".formatted(least, most, value));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValue());
    }

    void fault(String key, String sentence) {
        faults.add(pathTo(key) + ": " + sentence);
    }

    private String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
