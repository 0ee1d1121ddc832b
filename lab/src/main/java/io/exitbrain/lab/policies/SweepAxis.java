package io.exitbrain.lab.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.yaml.InvalidFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One setting that a sweep varies.
 *
 * @param path the keys of the policy file, joined by dots; a position in a list counts from 0
 */
record SweepAxis(String path, List<JsonNode> values) {

    SweepAxis {
        values = List.copyOf(values);
    }

    /** The axes of a sweep file; it throws {@code InvalidFile} with every fault. {@code tree} is that of the baseline. */
    static List<SweepAxis> all(String source, JsonNode file, ObjectNode tree) {
        List<String> faults = new ArrayList<>();
        List<SweepAxis> axes = new ArrayList<>();
        if (!file.isObject() || file.isEmpty()) {
            faults.add("must name at least one setting, such as profiles.NORMAL.trailing.callback-pct: [0.01, 0.02]");
        }
        file.properties().forEach(entry -> {
            SweepAxis axis = new SweepAxis(entry.getKey(), elements(entry.getValue()));
            faults.addAll(axis.faults(entry.getValue(), tree));
            axes.add(axis);
        });
        if (!faults.isEmpty()) {
            throw new InvalidFile(source, faults);
        }
        return axes;
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.elements().forEachRemaining(elements::add);
        return elements;
    }

    private List<String> faults(JsonNode given, ObjectNode tree) {
        List<String> faults = new ArrayList<>();
        if (!given.isArray() || given.isEmpty() || values.stream().anyMatch(JsonNode::isContainerNode)) {
            faults.add(path + ": must be a list of values, was " + given);
        } else if (values.stream().map(JsonNode::asText).distinct().count() < values.size()) {
            faults.add(path + ": has a value twice: " + given);
        }
        if (holder(tree).filter(holder -> has(holder, lastKey())).isEmpty()) {
            faults.add(path + ": the baseline has no such setting");
        }
        return faults;
    }

    String shortName() {
        return lastKey();
    }

    private String lastKey() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The object or list that has the setting. */
    private Optional<JsonNode> holder(JsonNode tree) {
        JsonNode at = tree;
        String[] keys = path.split("\\.", -1);
        for (int i = 0; i < keys.length - 1; i++) {
            if (!has(at, keys[i])) {
                return Optional.empty();
            }
            at = at.isArray() ? at.get(Integer.parseInt(keys[i])) : at.get(keys[i]);
        }
        return Optional.of(at);
    }

    private static boolean has(JsonNode node, String key) {
        return node.isArray() ? key.matches("[0-9]{1,4}") && Integer.parseInt(key) < node.size() : node.has(key);
    }

    /** Gives the setting in {@code tree} its value number {@code value}. */
    void set(ObjectNode tree, int value) {
        JsonNode holder = holder(tree).orElseThrow();
        if (holder instanceof ObjectNode object) {
            object.set(lastKey(), values.get(value));
        } else if (holder instanceof ArrayNode list) {
            list.set(Integer.parseInt(lastKey()), values.get(value));
        }
    }
}
