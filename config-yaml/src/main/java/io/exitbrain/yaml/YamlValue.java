package io.exitbrain.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One value in a YAML file. A reading is empty if the value is absent or has a fault. A fault shows single values only: a list or a map
 * may contain secrets.
 *
 * @param faults receives the rule and the value that breaks it
 */
record YamlValue(JsonNode node, Consumer<String> faults) {

    /** The kind of {@code node}, without its content. */
    static String kindOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a map";
            case STRING -> node.asText().isBlank() ? "empty" : "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "empty";
        };
    }

    Optional<String> text() {
        return read(YamlValue::asText, "must be a text or a number", kindOf(node));
    }

    OptionalInt wholeNumber(int min, int max) {
        String rule = "must be a whole number in [%d, %d]".formatted(min, max);
        return read(value -> asInt(value).filter(number -> number >= min && number <= max), rule, shown())
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    Optional<BigDecimal> number(Range range) {
        return read(value -> asDecimal(value).filter(range::contains), "must be " + range.inWords(), shown());
    }

    Optional<Boolean> flag() {
        return read(value -> asText(value).flatMap(Booleans::parse), "must be true or false", shown());
    }

    Optional<Duration> duration() {
        return read(YamlValue::asDuration, "must be a duration such as 500ms, 10s, 5m, 48h or 2d", shown());
    }

    Optional<Duration> duration(Duration min, Duration max) {
        String rule = "must be a duration such as 500ms, 5s or 2m, from %s to %s"
                .formatted(Durations.inWords(min), Durations.inWords(max));
        return read(value -> asDuration(value).filter(read -> isBetween(min, read, max)), rule, shown());
    }

    private static boolean isBetween(Duration min, Duration duration, Duration max) {
        return duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0;
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return text().flatMap(name -> {
            Optional<E> found = constants.stream()
                    .filter(constant -> constant.name().equalsIgnoreCase(name))
                    .findFirst();
            if (found.isEmpty()) {
                faults.accept("must be one of %s, was %s".formatted(constants, name));
            }
            return found;
        });
    }

    /** Whether the value is one of {@code words}; a number is none. */
    boolean isOneOf(String... words) {
        return !node.isNumber() && Arrays.asList(words).contains(node.asText());
    }

    private <T> Optional<T> read(Function<JsonNode, Optional<T>> reading, String rule, String was) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Optional<T> read = reading.apply(node);
        if (read.isEmpty()) {
            faults.accept(rule + ", was " + was);
        }
        return read;
    }

    private static Optional<String> asText(JsonNode value) {
        boolean isText =
                value.isValueNode() && !value.isNull() && !value.asText().isBlank();
        return isText ? Optional.of(value.asText()) : Optional.empty();
    }

    private static Optional<Integer> asInt(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    private static Optional<BigDecimal> asDecimal(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        try {
            return value.isTextual() ? Optional.of(new BigDecimal(value.asText())) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> asDuration(JsonNode value) {
        return asText(value).flatMap(Durations::parse);
    }

    private String shown() {
        return node.isNumber() ? node.asText() : node.isContainerNode() ? kindOf(node) : node.toString();
    }
}
