package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One plan, as the outputs show it so far. */
final class ObservedPlan {

    private final String planId;
    private final String symbol;
    private final String positionSide;
    private final boolean isLong;
    private final int instance;
    private final Map<Integer, String> legs = new HashMap<>();
    private JsonNode plan;
    private int version;
    private Optional<BigDecimal> stop = Optional.empty();
    private Optional<BigDecimal> covered = Optional.empty();
    private boolean exited;
    private boolean cancelled;

    /** {@code instance} is the number of the position for which the plan was created. */
    ObservedPlan(JsonNode plan, int instance) {
        this.instance = instance;
        this.planId = plan.path("planId").asText();
        this.symbol = plan.path("symbol").asText();
        this.positionSide = plan.path("positionSide").asText();
        this.isLong = plan.path("side").asText().equals("LONG");
        this.plan = plan;
    }

    String planId() {
        return planId;
    }

    String symbol() {
        return symbol;
    }

    String positionSide() {
        return positionSide;
    }

    boolean isLong() {
        return isLong;
    }

    int instance() {
        return instance;
    }

    JsonNode plan() {
        return plan;
    }

    void revised(JsonNode newer) {
        plan = newer;
        legs.clear();
        newer.path("legs").forEach(leg -> legs.put(leg.path("index").asInt(), statusAndPrice(leg)));
    }

    Map<Integer, String> legs() {
        return Map.copyOf(legs);
    }

    static String statusAndPrice(JsonNode leg) {
        BigDecimal price = MessageFields.decimal(leg, "price").orElse(BigDecimal.ZERO);
        return leg.path("status").asText() + " @ " + price.stripTrailingZeros().toPlainString();
    }

    int version() {
        return version;
    }

    /** The stop price of the last command that had one. */
    Optional<BigDecimal> stop() {
        return stop;
    }

    /** The quantity of the last command that had one. */
    Optional<BigDecimal> covered() {
        return covered;
    }

    boolean isExited() {
        return exited;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void commanded(JsonNode command) {
        version = command.path("version").asInt();
        stop = MessageFields.decimal(command, "stopPrice").or(() -> stop);
        covered = MessageFields.decimal(command, "quantity").or(() -> covered);
        exited |= command.path("action").asText().equals("EXIT");
        cancelled |= command.path("action").asText().equals("CANCEL");
    }

    /** True if {@code a} is a strictly better stop than {@code b}. */
    boolean isBetter(BigDecimal a, BigDecimal b) {
        return isLong ? a.compareTo(b) > 0 : a.compareTo(b) < 0;
    }

    /** True if {@code mark} is at {@code level} or beyond it on the losing side. */
    boolean isBreached(BigDecimal mark, BigDecimal level) {
        return !isBetter(mark, level);
    }

    @Override
    public String toString() {
        return planId + " " + symbol + "/" + positionSide + (isLong ? " LONG" : " SHORT");
    }
}
