package io.exitbrain.lab.shadow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The comparison as one JSON object, with every difference. */
final class ShadowJson {

    private ShadowJson() {}

    static String of(Comparison comparison) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("untilMs", comparison.untilMs()).put("pairs", comparison.pairs());
        ObjectNode counts = object.putObject("counts");
        comparison.byKind().forEach((kind, all) -> counts.put(kind.name(), all.size()));
        ArrayNode differences = object.putArray("differences");
        comparison.byKind().values().stream()
                .flatMap(List::stream)
                .forEach(one -> differences
                        .addObject()
                        .put("kind", one.kind().name())
                        .put("symbol", one.symbol())
                        .put("planId", one.planId())
                        .put("live", one.live())
                        .put("shadow", one.shadow())
                        .put("place", one.place()));
        return object.toString();
    }
}
