package io.exitbrain.lab.policydiff;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.policies.CanonicalTree;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every number of a policy by its path in the policy file, with its value as it is written there. */
final class Settings {

    /** One setting, however the distance of a trailing stop is given. */
    private static final String CALLBACK = "callback";

    private static final Set<String> LISTS = Set.of("take-profit", "tighten");

    private final Map<String, String> byPath = new LinkedHashMap<>();

    private Settings() {}

    static Map<String, String> of(Policy policy) {
        Settings settings = new Settings();
        CanonicalTree.of(policy)
                .properties()
                .forEach(section -> settings.section(section.getKey(), section.getValue()));
        return Collections.unmodifiableMap(settings.byPath);
    }

    private void section(String name, JsonNode section) {
        switch (name) {
            case "profiles" ->
                section.properties().forEach(profile -> profile("profiles." + profile.getKey(), profile.getValue()));
            case "select" -> section.forEach(this::selection);
            default -> section.properties().forEach(entry -> put(name + "." + entry.getKey(), entry.getValue()));
        }
    }

    private void profile(String path, JsonNode profile) {
        for (Map.Entry<String, JsonNode> entry : profile.properties()) {
            String key = path + "." + entry.getKey();
            if (LISTS.contains(entry.getKey())) {
                list(key, entry.getValue());
            } else if (entry.getKey().startsWith(CALLBACK)) {
                byPath.put(path + "." + CALLBACK, text(entry));
            } else if (entry.getKey().equals("trailing")) {
                profile(key, entry.getValue());
            } else {
                put(key, entry.getValue());
            }
        }
    }

    private void list(String path, JsonNode list) {
        for (int i = 0; i < list.size(); i++) {
            put(path + "[" + (i + 1) + "]", list.get(i));
        }
    }

    private void selection(JsonNode selection) {
        String path = "select {symbol: %s, strategy: %s, regime: %s}"
                .formatted(
                        selection.path("symbol").asText("*"),
                        selection.path("strategy").asText("*"),
                        selection.path("regime").asText("*"));
        byPath.put(path, selection.path("profile").asText());
    }

    /** A number without trailing zeros. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void put(String path, JsonNode value) {
        byPath.put(path, value.isObject() ? flow(value) : value.asText());
    }

    /** {@code {at-r: 1, callback-pct: 0.01}}. */
    private static String flow(JsonNode map) {
        return map.properties().stream().map(Settings::text).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(Map.Entry<String, JsonNode> entry) {
        return entry.getKey() + ": " + entry.getValue().asText();
    }
}
