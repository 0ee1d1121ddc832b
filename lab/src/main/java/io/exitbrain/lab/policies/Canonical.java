package io.exitbrain.lab.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.exitbrain.domain.policy.Policy;
import java.math.BigDecimal;

/** One text for all policies that are equal by value: 0.10 is 0.1. */
final class Canonical {

    private static final String DECIMAL = "[0-9]{1,20}\\.[0-9]{1,40}";

    private Canonical() {}

    static String textOf(Policy policy) {
        return canonical(PolicyTree.of(policy)).toString();
    }

    private static JsonNode canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(canonical(entry.getValue())));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, canonical(list.get(i)));
            }
        } else if (node.isTextual() && node.asText().matches(DECIMAL)) {
            BigDecimal number = new BigDecimal(node.asText());
            return TextNode.valueOf(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
        return node;
    }
}
