package io.exitbrain.lab.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.exitbrain.domain.policy.Policy;
import java.math.BigDecimal;

/** A whole policy as the tree of a policy file, the same for all policies that are equal by value: 0.10 is 0.1. */
public final class CanonicalTree {

    private static final String DECIMAL = "[0-9]{1,20}\\.[0-9]{1,40}";

    private CanonicalTree() {}

    public static ObjectNode of(Policy policy) {
        ObjectNode tree = PolicyTree.of(policy);
        shorten(tree);
        return tree;
    }

    private static void shorten(ContainerNode<?> node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(shortened(entry.getValue())));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, shortened(list.get(i)));
            }
        }
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ContainerNode<?> container) {
            shorten(container);
        } else if (node.isTextual() && node.asText().matches(DECIMAL)) {
            BigDecimal number = new BigDecimal(node.asText());
            return TextNode.valueOf(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
        return node;
    }
}
