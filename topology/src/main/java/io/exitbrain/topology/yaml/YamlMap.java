package io.exitbrain.topology.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A map in a YAML file that knows where it stands and notes what is wrong in it instead of stopping at the first fault. */
public final class YamlMap {

    private final String path;
    private final JsonNode node;
    private final List<String> faults;

    private YamlMap(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** The top of a file; what is wrong anywhere beneath it is added to {@code faults}. */
    public static YamlMap root(JsonNode node, List<String> faults) {
        return checked("", node, faults);
    }

    private static YamlMap checked(String path, JsonNode node, List<String> faults) {
        if (node.isObject() || node.isMissingNode()) {
            return new YamlMap(path, node, faults);
        }
        faults.add("%s: must be a map, was %s".formatted(path.isEmpty() ? "the file" : path, node));
        return new YamlMap(path, MissingNode.getInstance(), faults);
    }

    public YamlMap allowingOnly(Set<String> known) {
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

    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }

    public YamlMap map(String key) {
        return checked(pathTo(key), node.path(key), faults);
    }

    /** A text, or a number or a boolean as it is written. */
    public Optional<String> text(String key) {
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

    public String requiredText(String key) {
        if (!node.has(key)) {
            fault(key, "is missing");
        }
        return text(key).orElse("");
    }

    public OptionalInt wholeNumber(String key, int least, int most) {
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

    public boolean has(String key) {
        return node.has(key);
    }

    /** The entries of a list of maps, each with its index in its path. */
    public List<YamlMap> list(String key) {
        JsonNode value = node.path(key);
        List<YamlMap> entries = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                entries.add(checked(pathTo(key) + "[" + i + "]", value.get(i), faults));
            }
        } else if (!value.isMissingNode()) {
            fault(key, "must be a list, was " + value);
        }
        return entries;
    }

    /** A number, also one written as a string, that {@code range} admits. */
    public Optional<BigDecimal> number(String key, Range range) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = exact(value).filter(range::admits);
        if (number.isEmpty()) {
            fault(key, "must be " + range.inWords() + ", was " + (value.isTextual() ? value : value.asText()));
        }
        return number;
    }

    private static Optional<BigDecimal> exact(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        try {
            return value.isTextual() ? Optional.of(new BigDecimal(value.asText())) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** {@code true} or {@code false}; {@code on} and {@code off} mean the same. */
    public Optional<Boolean> flag(String key) {
        if (isOff(key)) {
            return Optional.of(false);
        }
        JsonNode value = node.path(key);
        boolean isTrue = value.isBoolean() || Set.of("true", "on").contains(value.asText());
        if (!isTrue && !value.isMissingNode()) {
            fault(key, "must be true or false, was " + value);
        }
        return isTrue ? Optional.of(true) : Optional.empty();
    }

    /** Whether {@code key} says {@code off} or {@code false}. */
    public boolean isOff(String key) {
        JsonNode value = node.path(key);
        return (value.isBoolean() && !value.booleanValue())
                || (value.isTextual() && Set.of("off", "false").contains(value.asText()));
    }

    /** Whether {@code key} says {@code on} or {@code true}. */
    public boolean isOn(String key) {
        JsonNode value = node.path(key);
        return (value.isBoolean() && value.booleanValue())
                || (value.isTextual() && Set.of("on", "true").contains(value.asText()));
    }

    /** A duration such as 500ms, 10s, 5m, 48h or 2d, in milliseconds. */
    public OptionalLong durationMs(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return OptionalLong.empty();
        }
        OptionalLong milliseconds = Durations.milliseconds(value.asText());
        if (milliseconds.isEmpty()) {
            fault(key, "must be a duration such as 500ms, 10s, 5m, 48h or 2d, was " + value);
        }
        return milliseconds;
    }

    /** The constant of {@code type} that {@code key} names, in any case. */
    public <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
        Optional<String> name = text(key);
        Optional<E> found = name.flatMap(text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst());
        if (name.isPresent() && found.isEmpty()) {
            fault(key, "must be one of " + Arrays.toString(type.getEnumConstants()) + ", was " + name.get());
        }
        return found;
    }

    /** Where this map stands in its file. */
    public String path() {
        return path;
    }

    public void fault(String key, String sentence) {
        faults.add(pathTo(key) + ": " + sentence);
    }

    public String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
