package io.exitbrain.health.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The top of a file; what is wrong anywhere beneath it is added to {@code faults}. */
    static YamlMap root(JsonNode node, List<String> faults) {
        return checked("", node, faults);
    }

    private static YamlMap checked(String path, JsonNode node, List<String> faults) {
        if (node.isObject() || node.isMissingNode()) {
            return new YamlMap(path, node, faults);
        }
        faults.add("%s: must be a map".formatted(path.isEmpty() ? "the file" : path));
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
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    boolean has(String key) {
        return node.has(key);
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
            fault(key, "must be a text");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    /** Every key of this map with its text. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> text(key).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    OptionalInt wholeNumber(String key, int least, int most) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        boolean fits = value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
        if (!fits) {
            fault(key, "must be a whole number in [%d, %d], was %s".formatted(least, most, value));
        }
        return fits ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    Optional<Boolean> flag(String key) {
        return text(key).flatMap(text -> {
            Optional<Boolean> flag = Flag.parse(text);
            if (flag.isEmpty()) {
                fault(key, "must be true or false, was " + text);
            }
            return flag;
        });
    }

    /** A duration such as 500ms, 5s or 2m, from {@code least} to {@code most}. */
    Optional<Duration> duration(String key, Duration least, Duration most) {
        return text(key).flatMap(text -> {
            Optional<Duration> duration =
                    Durations.parse(text).filter(parsed -> parsed.compareTo(least) >= 0 && parsed.compareTo(most) <= 0);
            if (duration.isEmpty()) {
                fault(
                        key,
                        "must be a duration such as 500ms, 5s or 2m, from %s to %s, was %s"
                                .formatted(Durations.inWords(least), Durations.inWords(most), text));
            }
            return duration;
        });
    }

    void fault(String key, String sentence) {
        faults.add(pathTo(key) + ": " + sentence);
    }

    private String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
