package io.exitbrain.topology.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.serdes.output.ExitPlanWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A plan as JSON, with the fields of the topic {@code exit-plans}. */
final class PlanJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TRAILING =
            List.of("enabled", "callbackPct", "activationPct", "activationPrice", "sizePct");

    private PlanJson() {}

    static JsonNode of(ExitPlan plan) {
        try (ExitPlanWriter writer = new ExitPlanWriter()) {
            return JSON.readTree(writer.serialize("", plan));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a plan is written as JSON", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The five fields of the trailing rule of {@code plan}. */
    static JsonNode trailing(JsonNode plan) {
        ObjectNode trailing = JSON.createObjectNode();
        JsonNode whole = plan.path("trailing");
        TRAILING.forEach(field -> trailing.set(field, whole.path(field)));
        return trailing;
    }
}
