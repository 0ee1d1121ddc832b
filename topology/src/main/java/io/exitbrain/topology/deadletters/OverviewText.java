package io.exitbrain.topology.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Collectors;

/** An overview as lines for a person or as JSON. */
final class OverviewText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OverviewText() {}

    static String lines(Overview overview) {
        if (overview.letters() == 0) {
            return "No dead letters.%n".formatted();
        }
        String groups = overview.groups().stream().map(OverviewText::line).collect(Collectors.joining());
        String newest =
                overview.newest().stream().map(letter -> line(letter, overview)).collect(Collectors.joining());
        return "%d dead letters%n%s%s"
                .formatted(
                        overview.letters(), groups, newest.isEmpty() ? "" : "%nNewest first:%n".formatted() + newest);
    }

    private static String line(Overview.Count count) {
        return "%7d  %s  %s  newest %s%n         %s%n"
                .formatted(
                        count.letters(),
                        count.group().topic(),
                        count.group().kind(),
                        Instant.ofEpochMilli(count.newest()),
                        count.group().fault());
    }

    private static String line(Letter letter, Overview overview) {
        return "  %s  %s  %s  key %s%s%n         %s%n"
                .formatted(
                        letter.coordinates(),
                        Instant.ofEpochMilli(letter.timestamp()),
                        letter.origin(),
                        letter.keyText().orElse("null"),
                        overview.wasRedriven(letter) ? "  (was redriven)" : "",
                        letter.reason());
    }

    /** {@code {"letters":2,"groups":[{...}],"newest":[{...}]}}; times in ISO-8601. */
    static String json(Overview overview) {
        ObjectNode all = JSON.createObjectNode().put("letters", overview.letters());
        ArrayNode groups = all.putArray("groups");
        overview.groups()
                .forEach(count -> groups.addObject()
                        .put("letters", count.letters())
                        .put("topic", count.group().topic())
                        .put("kind", count.group().kind())
                        .put("fault", count.group().fault())
                        .put("newest", Instant.ofEpochMilli(count.newest()).toString()));
        ArrayNode newest = all.putArray("newest");
        overview.newest().forEach(letter -> json(letter, overview, newest.addObject()));
        try {
            return JSON.writeValueAsString(all) + System.lineSeparator();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void json(Letter letter, Overview overview, ObjectNode object) {
        byte[] value = letter.value();
        object.put("letter", letter.coordinates().toString())
                .put("time", Instant.ofEpochMilli(letter.timestamp()).toString())
                .put("origin", letter.origin())
                .put("kind", letter.kind())
                .put("key", letter.keyText().orElse(null))
                .put("reason", letter.reason())
                .put("redriven", overview.wasRedriven(letter))
                .put("value", value == null ? null : Bytes.textOrHex(value));
    }
}
