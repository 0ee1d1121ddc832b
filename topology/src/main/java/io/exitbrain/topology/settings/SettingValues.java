package io.exitbrain.topology.settings;

import io.exitbrain.yaml.Durations;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The typed values of the settings. An invalid value adds a fault.
 *
 * @param values by key; a missing key has its default
 */
record SettingValues(Map<String, String> values, List<String> faults) {

    String valueOf(Setting setting) {
        return values.getOrDefault(setting.key(), setting.defaultValue()).strip();
    }

    /** The value; empty if it is blank. */
    Optional<String> text(Setting setting) {
        return Optional.of(valueOf(setting)).filter(value -> !value.isEmpty());
    }

    boolean flag(Setting setting) {
        String value = valueOf(setting).toLowerCase(Locale.ROOT);
        if (!Set.of("true", "false").contains(value)) {
            fault(setting, "true or false");
        }
        return value.equals("true");
    }

    /** The constant with the name of the value, in any case; the first constant if there is none. */
    <E extends Enum<E>> E constant(Setting setting, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> constant.name().equalsIgnoreCase(valueOf(setting)))
                .findFirst()
                .orElseGet(() -> {
                    fault(setting, named(type));
                    return constants.get(0);
                });
    }

    private static <E extends Enum<E>> String named(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    /** The value in lower case; empty if it is blank, and a fault if it is none of {@code known}. */
    Optional<String> oneOf(Setting setting, Set<String> known) {
        Optional<String> value = text(setting).map(text -> text.toLowerCase(Locale.ROOT));
        if (value.filter(text -> !known.contains(text)).isPresent()) {
            fault(setting, "one of " + known.stream().sorted().collect(Collectors.joining(", ")));
        }
        return value.filter(known::contains);
    }

    long number(Setting setting, long min, long max) {
        String value = valueOf(setting);
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) >= min && Long.parseLong(value) <= max) {
            return Long.parseLong(value);
        }
        fault(setting, "a whole number in [%d, %d]".formatted(min, max));
        return min;
    }

    /** The duration in milliseconds. */
    long duration(Setting setting) {
        OptionalLong milliseconds = Durations.milliseconds(valueOf(setting));
        if (milliseconds.isEmpty()) {
            fault(setting, "a duration such as 30s");
        }
        return milliseconds.orElse(0);
    }

    /** The settings for Kafka, without the prefix. */
    Map<String, String> kafka() {
        Map<String, String> kafka = new HashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(Setting.KAFKA)) {
                kafka.put(key.substring(Setting.KAFKA.length()), value);
            }
        });
        return kafka;
    }

    private void fault(Setting setting, String expected) {
        faults.add("%s: must be %s, was %s".formatted(setting.key(), expected, valueOf(setting)));
    }
}
