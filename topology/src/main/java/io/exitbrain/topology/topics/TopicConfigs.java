package io.exitbrain.topology.topics;

import io.exitbrain.yaml.YamlMap;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;

/** The {@code configs} of a topic: Kafka's setting names, with units such as 7d or 4MiB allowed in values. */
public final class TopicConfigs {

    private static final Set<String> KNOWN = Arrays.stream(TopicConfig.class.getFields())
            .filter(field ->
                    Modifier.isStatic(field.getModifiers()) && field.getName().endsWith("_CONFIG"))
            .map(TopicConfigs::constant)
            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    private static final Set<String> POLICIES = Set.of("delete", "compact", "compact,delete", "delete,compact");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,9})(s|m|h|d|KiB|MiB|GiB)");
    private static final Map<String, Long> MILLIS =
            Map.of("s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> BYTES = Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private TopicConfigs() {}

    /** The names of all settings that Kafka has for a topic. */
    public static Set<String> names() {
        return KNOWN;
    }

    static Map<String, String> of(YamlMap configs) {
        Map<String, String> read = new LinkedHashMap<>();
        configs.allowingOnly(KNOWN);
        for (String setting : configs.keys()) {
            configs.text(setting).ifPresent(value -> read.put(setting, checked(configs, setting, value)));
        }
        return read;
    }

    private static String checked(YamlMap configs, String setting, String value) {
        if (setting.equals(TopicConfig.CLEANUP_POLICY_CONFIG)) {
            return require(configs, setting, value, POLICIES.contains(value), "one of delete, compact, compact,delete");
        }
        if (setting.equals(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)) {
            boolean good =
                    value.equals(TopicSpec.AUTO) || (WHOLE.matcher(value).matches() && Long.parseLong(value) > 0);
            return require(configs, setting, value, good, "auto or a whole number >= 1");
        }
        if (setting.endsWith(".ms")) {
            return amount(configs, setting, value, MILLIS, "a time such as 60s, 12h, 7d, or milliseconds");
        }
        if (setting.endsWith(".bytes")) {
            return amount(configs, setting, value, BYTES, "a size such as 64KiB, 4MiB, or bytes");
        }
        return value;
    }

    private static String amount(
            YamlMap configs, String setting, String value, Map<String, Long> units, String expected) {
        Matcher written = WITH_UNIT.matcher(value);
        if (written.matches() && units.containsKey(written.group(2))) {
            return Long.toString(Math.multiplyExact(Long.parseLong(written.group(1)), units.get(written.group(2))));
        }
        boolean good = WHOLE.matcher(value).matches() && Long.parseLong(value) >= -1;
        return require(configs, setting, value, good, expected);
    }

    private static String require(YamlMap configs, String setting, String value, boolean good, String expected) {
        if (!good) {
            configs.fault(setting, "must be %s, was %s".formatted(expected, value));
        }
        return value;
    }

    private static String constant(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
