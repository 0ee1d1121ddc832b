package io.exitbrain.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A map in a YAML file. It knows its path in the file, and it collects faults instead of stopping at the first one. An accessor returns
 * empty if its key is absent or has a fault.
 */
public final class YamlMap {

    private final String path;
    private final JsonNode node;
    private final List<String> faults;

    private YamlMap(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** The top of a file. Every fault in the file is added to {@code faults}. */
    public static YamlMap root(JsonNode node, List<String> faults) {
        return checked("", node, faults);
    }

    private static YamlMap checked(String path, JsonNode node, List<String> faults) {
        if (node.isObject() || node.isMissingNode()) {
            return new YamlMap(path, node, faults);
        }
        faults.add("%s: must be a map, was %s".formatted(path.isEmpty() ? "the file" : path, YamlValue.kindOf(node)));
        return new YamlMap(path, MissingNode.getInstance(), faults);
    }

    /** Adds a fault for each key that is not in {@code known}. */
    public YamlMap allowingOnly(Set<String> known) {
        String knownKeys = String.join(", ", known.stream().sorted().toList());
        keys().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> fault(key, "is not known here; known are " + knownKeys));
        return this;
    }

    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    public boolean has(String key) {
        return node.has(key);
    }

    public YamlMap map(String key) {
        return checked(pathTo(key), node.path(key), faults);
    }

    /** The entries of a list of maps. The path of an entry contains its index. */
    public List<YamlMap> list(String key) {
        JsonNode value = node.path(key);
        if (!value.isArray() && !value.isMissingNode()) {
            fault(key, "must be a list, was " + YamlValue.kindOf(value));
            return List.of();
        }
        List<YamlMap> entries = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            entries.add(checked(pathTo(key) + "[" + i + "]", value.get(i), faults));
        }
        return entries;
    }

    /** A text; a number or a boolean is returned as it is written. */
    public Optional<String> text(String key) {
        return value(key).text();
    }

    /** The text of {@code key}; a fault and an empty text if the key is absent. */
    public String requiredText(String key) {
        if (!has(key)) {
            fault(key, "is missing");
        }
        return text(key).orElse("");
    }

    /** Every key of this map with its text. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> text(key).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /** A whole number from {@code min} to {@code max}. */
    public OptionalInt wholeNumber(String key, int min, int max) {
        return value(key).wholeNumber(min, max);
    }

    /** A number that {@code range} accepts; it may be written as a text. */
    public Optional<BigDecimal> number(String key, Range range) {
        return value(key).number(range);
    }

    /** Yes or no, as {@link Booleans} reads it. */
    public Optional<Boolean> flag(String key) {
        return value(key).flag();
    }

    /** Whether the value of {@code key} is {@code off} or {@code false}. */
    public boolean isOff(String key) {
        return value(key).isOneOf("off", "false");
    }

    /** Whether the value of {@code key} is {@code on} or {@code true}. */
    public boolean isOn(String key) {
        return value(key).isOneOf("on", "true");
    }

    /** A duration such as 500ms, 10s, 5m, 48h or 2d, in milliseconds. */
    public OptionalLong durationMs(String key) {
        return value(key)
                .duration()
                .map(duration -> OptionalLong.of(duration.toMillis()))
                .orElseGet(OptionalLong::empty);
    }

    /** A duration from {@code min} to {@code max}. */
    public Optional<Duration> duration(String key, Duration min, Duration max) {
        return value(key).duration(min, max);
    }

    /** The constant of {@code type} whose name is the value of {@code key}, in any case. */
    public <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
        return value(key).oneOf(type);
    }

    private YamlValue value(String key) {
        return new YamlValue(node.path(key), fault -> fault(key, fault));
    }

    /** The path of this map in its file; empty for the top. */
    public String path() {
        return path;
    }

    /** Adds a fault of {@code key}; {@code sentence} contains the rule and the value that breaks it. */
    public void fault(String key, String sentence) {
        faults.add(pathTo(key) + ": " + sentence);
    }

    public String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
