package io.exitbrain.demo.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exitbrain.demo.exchange.ReceivedCommand.Action;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the messages of the engine. Uses only fields of the documented contract and ignores all others. */
final class EngineJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EngineJson() {}

    static ReceivedPlan plan(String json) {
        JsonNode plan = tree(json);
        List<ReceivedPlan.Leg> open = new ArrayList<>();
        int planned = 0;
        for (JsonNode leg : plan.path("legs")) {
            String status = text(leg, "status");
            planned += status.equals("SKIPPED") ? 0 : 1;
            if (status.equals("OPEN")) {
                open.add(leg(leg));
            }
        }
        return new ReceivedPlan(
                text(plan, "planId"),
                text(plan, "symbol"),
                text(plan, "side"),
                text(plan, "origin"),
                text(plan, "strategy"),
                planned,
                open);
    }

    static ReceivedCommand command(String json) {
        JsonNode command = tree(json);
        return new ReceivedCommand(
                text(command, "commandId"),
                text(command, "planId"),
                command.path("version").asInt(),
                text(command, "symbol"),
                Action.valueOf(text(command, "action")),
                text(command, "reason"),
                TradeSide.valueOf(text(command, "orderSide")),
                decimal(command, "quantity"),
                decimal(command, "stopPrice"),
                decimal(command, "previousStopPrice"));
    }

    static EngineListener.AuditEvent event(String json) {
        JsonNode event = tree(json);
        return new EngineListener.AuditEvent(
                text(event, "event"),
                text(event, "symbol"),
                event.path("reason").asText(""),
                event.path("detail").asText(""));
    }

    private static ReceivedPlan.Leg leg(JsonNode leg) {
        return new ReceivedPlan.Leg(
                leg.path("index").asInt(),
                decimal(leg, "price").orElseThrow(),
                decimal(leg, "quantity").orElseThrow(),
                text(leg, "execution").equals("LIMIT"));
    }

    private static Optional<BigDecimal> decimal(JsonNode message, String field) {
        JsonNode value = message.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(new BigDecimal(value.asText()));
    }

    private static String text(JsonNode message, String field) {
        if (!message.hasNonNull(field)) {
            throw new IllegalArgumentException("%s is missing in %s".formatted(field, message));
        }
        return message.path(field).asText();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON: " + json, notJson);
        }
    }
}
