package io.exitbrain.audit.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.record.MessageFields;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One plan, as the outputs show it so far. */
public final class ObservedPlan {

    private final String planId;
    private final String symbol;
    private final String positionSide;
    private final boolean isLong;
    private final int instance;
    private final boolean isMidway;
    private final Map<Integer, String> legs = new HashMap<>();
    private JsonNode plan;
    private int version;
    private Optional<BigDecimal> stop = Optional.empty();
    private Optional<BigDecimal> covered = Optional.empty();
    private boolean exited;
    private boolean cancelled;

    /**
     * A plan as a record shows it.
     *
     * @param instance the number of the position for which the plan was created
     * @param isMidway whether the plan is older than the record, so that its first versions may be missing
     */
    public ObservedPlan(JsonNode plan, int instance, boolean isMidway) {
        this.instance = instance;
        this.isMidway = isMidway;
        this.planId = plan.path("planId").asText();
        this.symbol = plan.path("symbol").asText();
        this.positionSide = plan.path("positionSide").asText();
        this.isLong = plan.path("side").asText().equals("LONG");
        this.plan = plan;
    }

    /** The same plan. What one of both takes does not reach the other. */
    public ObservedPlan copy() {
        ObservedPlan copy = new ObservedPlan(plan, instance, isMidway);
        copy.legs.putAll(legs);
        copy.version = version;
        copy.stop = stop;
        copy.covered = covered;
        copy.exited = exited;
        copy.cancelled = cancelled;
        return copy;
    }

    /** A plan of which only {@code command} is known. */
    public static ObservedPlan ofCommand(JsonNode command, int instance, boolean isMidway) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("planId", "symbol", "positionSide", "quantity")) {
            plan.set(name, command.path(name));
        }
        plan.put("side", command.path("orderSide").asText().equals("SELL") ? "LONG" : "SHORT");
        return new ObservedPlan(plan, instance, isMidway);
    }

    /** The key of a plan on {@code exit-plans}. */
    public static String slotOf(String symbol, String positionSide) {
        return positionSide.equals("BOTH") ? symbol : symbol + "/" + positionSide;
    }

    /** The symbol of {@code slot}. A symbol never ends like the key of a side. */
    public static String symbolOf(String slot) {
        boolean isSide = slot.endsWith("/LONG") || slot.endsWith("/SHORT");
        return isSide ? slot.substring(0, slot.lastIndexOf('/')) : slot;
    }

    public String slot() {
        return slotOf(symbol, positionSide);
    }

    /** Whether the plan is older than the record and no command of it was seen. */
    public boolean isFirstSeen() {
        return isMidway && version == 0;
    }

    public String planId() {
        return planId;
    }

    public String symbol() {
        return symbol;
    }

    public String positionSide() {
        return positionSide;
    }

    public boolean isLong() {
        return isLong;
    }

    public int instance() {
        return instance;
    }

    public JsonNode plan() {
        return plan;
    }

    public void revised(JsonNode newer) {
        plan = newer;
        legs.clear();
        newer.path("legs").forEach(leg -> legs.put(leg.path("index").asInt(), statusAndPrice(leg)));
    }

    public Map<Integer, String> legs() {
        return Map.copyOf(legs);
    }

    public static String statusAndPrice(JsonNode leg) {
        BigDecimal price = MessageFields.decimal(leg, "price").orElse(BigDecimal.ZERO);
        return leg.path("status").asText() + " @ " + price.stripTrailingZeros().toPlainString();
    }

    public int version() {
        return version;
    }

    /** The stop price of the last command that had one. */
    public Optional<BigDecimal> stop() {
        return stop;
    }

    /** The quantity of the last command that had one. */
    public Optional<BigDecimal> covered() {
        return covered;
    }

    public boolean isExited() {
        return exited;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public void commanded(JsonNode command) {
        version = command.path("version").asInt();
        stop = MessageFields.decimal(command, "stopPrice").or(() -> stop);
        covered = MessageFields.decimal(command, "quantity").or(() -> covered);
        exited |= command.path("action").asText().equals("EXIT");
        cancelled |= command.path("action").asText().equals("CANCEL");
    }

    /** True if {@code a} is a strictly better stop than {@code b}. */
    public boolean isBetter(BigDecimal a, BigDecimal b) {
        return isLong ? a.compareTo(b) > 0 : a.compareTo(b) < 0;
    }

    /** True if {@code mark} is at {@code level} or beyond it on the losing side. */
    public boolean isBreached(BigDecimal mark, BigDecimal level) {
        return !isBetter(mark, level);
    }

    @Override
    public String toString() {
        return planId + " " + symbol + "/" + positionSide + (isLong ? " LONG" : " SHORT");
    }
}
