package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a command orders, without its version: after a catch-up the versions differ. */
record Decision(
        String symbol, String planId, String action, String reason, String quantity, String stopPrice, String place) {

    private static final List<String> REPLACED = List.of("MOVE", "RESIZE");

    static Decision of(JsonNode command, String place) {
        return new Decision(
                command.path("symbol").asText(),
                command.path("planId").asText(),
                command.path("action").asText(),
                command.path("reason").asText(),
                command.path("quantity").asText(),
                command.path("stopPrice").asText(),
                place);
    }

    boolean isSameAs(Decision other) {
        return action.equals(other.action)
                && reason.equals(other.reason)
                && quantity.equals(other.quantity)
                && stopPrice.equals(other.stopPrice);
    }

    /** Whether a later command of the same plan takes its place. */
    boolean isReplaced() {
        return REPLACED.contains(action);
    }

    boolean isExit() {
        return action.equals("EXIT");
    }

    boolean isCancel() {
        return action.equals("CANCEL");
    }

    @Override
    public String toString() {
        return "%s %s %s %s at %s of plan %s".formatted(place, action, reason, quantity, stopPrice, planId);
    }
}
