package io.exitbrain.demo.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exitbrain.demo.exchange.Commanded.Action;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the engine's messages as any executor would: by the fields the contract names, all others ignored. */
final class EngineJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EngineJson() {}

    static Planned plan(String json) {
        JsonNode plan = tree(json);
        List<Planned.Leg> open = new ArrayList<>();
        int planned = 0;
        for (JsonNode leg : plan.path("legs")) {
            String status = text(leg, "status");
            planned += status.equals("SKIPPED") ? 0 : 1;
            if (status.equals("OPEN")) {
                open.add(leg(leg));
            }
        }
        return new Planned(
                text(plan, "planId"),
                text(plan, "symbol"),
                text(plan, "side"),
                text(plan, "origin"),
                text(plan, "strategy"),
                planned,
                open);
    }

    static Commanded command(String json) {
        JsonNode command = tree(json);
        return new Commanded(
                text(command, "commandId"),
                text(command, "planId"),
                command.path("version").asInt(),
                text(command, "symbol"),
                Action.valueOf(text(command, "action")),
                text(command, "reason"),
                OrderSide.valueOf(text(command, "orderSide")),
                decimal(command, "quantity"),
                decimal(command, "stopPrice"),
                decimal(command, "previousStopPrice"));
    }

    static Told event(String json) {
        JsonNode event = tree(json);
        return new Told(
                text(event, "event"),
                text(event, "symbol"),
                event.path("reason").asText(""),
                event.path("detail").asText(""));
    }

    private static Planned.Leg leg(JsonNode leg) {
        return new Planned.Leg(
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
