package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placeholders in the lines of a history and their values. {@code $open/SLOT}, {@code $signed/SLOT} and {@code $entry/SLOT}
 * are values of the newest plan. {@code $command/SYMBOL/2} is the id of the third newest command.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(open|signed|entry|command)/([A-Z0-9/]+)");

    private final Map<String, JsonNode> plans = new HashMap<>();
    private final Map<String, List<String>> commands = new HashMap<>();

    void observe(List<Line> outputs) {
        for (Line output : outputs) {
            String key = output.key().orElse("");
            if (output.topic().equals("exit-plans")) {
                output.object().ifPresentOrElse(plan -> plans.put(key, plan), () -> plans.remove(key));
            } else if (output.topic().equals("trailing-stop-commands")) {
                output.object()
                        .ifPresent(command -> commands.computeIfAbsent(key, symbol -> new ArrayList<>())
                                .add(command.path("commandId").asText()));
            }
        }
    }

    Line resolve(Line template) {
        if (template.value().filter(value -> value.contains("$")).isEmpty()) {
            return template;
        }
        Matcher placeholders = PLACEHOLDER.matcher(template.value().get());
        return template.withValue(placeholders.replaceAll(found -> valueOf(found.group(1), found.group(2))));
    }

    private String valueOf(String what, String of) {
        return what.equals("command") ? command(of) : position(what, Optional.ofNullable(plans.get(of)));
    }

    private String command(String of) {
        int slash = of.indexOf('/');
        List<String> sent = commands.getOrDefault(of.substring(0, slash), List.of());
        int index = sent.size() - 1 - Integer.parseInt(of.substring(slash + 1));
        return index >= 0 ? sent.get(index) : "NOBODY-1";
    }

    private static String position(String what, Optional<JsonNode> plan) {
        return switch (what) {
            case "open" -> plan.map(known -> known.path("quantity").asText()).orElse("1");
            case "entry" -> plan.map(known -> known.path("entryPrice").asText()).orElse("0");
            default ->
                plan.map(known -> (known.path("side").asText().equals("SHORT") ? "-" : "")
                                + known.path("quantity").asText())
                        .orElse("0");
        };
    }
}
