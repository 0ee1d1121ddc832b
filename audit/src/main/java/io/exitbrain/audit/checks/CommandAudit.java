package io.exitbrain.audit.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.book.SideBook;
import io.exitbrain.audit.record.MessageFields;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks each command: I3, I4, I6, I7, I8, I13, I15 and the cause of an EXIT. */
final class CommandAudit {

    private static final Map<String, Set<String>> REASONS = Map.of(
            "PLACE", Set.of("INITIAL_STOP"),
            "MOVE", Set.of("TRAIL", "BREAK_EVEN", "PROFIT_LOCK", "REBASED", "LIQUIDATION"),
            "RESIZE", Set.of("POSITION_INCREASED", "POSITION_REDUCED"),
            "EXIT",
                    Set.of(
                            "STOP_LOSS",
                            "TRAILING_STOP",
                            "EMERGENCY",
                            "RISK_FLOOR",
                            "LIQUIDATION",
                            "TIME_LIMIT",
                            "ALREADY_BREACHED"),
            "CANCEL", Set.of("POSITION_CLOSED", "POSITION_FLIPPED"));
    private static final Set<String> BY_PRICE = Set.of("STOP_LOSS", "TRAILING_STOP");

    /** An EXIT for these carries the stop that stood, not the one that the mark has passed. */
    private static final Set<String> BY_ANOTHER_STOP = Set.of("ALREADY_BREACHED", "LIQUIDATION");

    private final Books books;
    private final BiConsumer<Invariant, String> find;
    private final Set<String> oversized = new HashSet<>();

    CommandAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    /** Returns the plans that sent more than was open, and clears them. */
    Set<String> takeOversized() {
        Set<String> plans = Set.copyOf(oversized);
        oversized.clear();
        return plans;
    }

    void check(ObservedPlan plan, String key, JsonNode command) {
        String action = command.path("action").asText();
        words(plan, key, action, command);
        version(plan, action, command);
        if (plan.isCancelled()) {
            find.accept(Invariant.I8, action + " after CANCEL: " + command);
        } else if (action.equals("CANCEL")) {
            cancel(plan, command);
        } else {
            order(plan, action, command);
        }
    }

    private void words(ObservedPlan plan, String key, String action, JsonNode command) {
        boolean fits = REASONS.getOrDefault(action, Set.of())
                        .contains(command.path("reason").asText())
                && command.path("orderSide").asText().equals(plan.isLong() ? "SELL" : "BUY")
                && command.path("positionSide").asText().equals(plan.positionSide())
                && command.path("symbol").asText().equals(plan.symbol())
                && key.equals(plan.symbol())
                && command.path("workingType").asText().equals("MARK_PRICE");
        if (!fits) {
            find.accept(Invariant.I15, "does not fit " + plan + ": " + command);
        }
        if (!command.path("reduceOnly").asBoolean(false)) {
            find.accept(Invariant.I6, "not reduce-only: " + command);
        }
    }

    private void version(ObservedPlan plan, String action, JsonNode command) {
        int version = command.path("version").asInt();
        boolean repeatsExit = plan.isExited() && action.equals("EXIT") && version == plan.version();
        if (version != plan.version() + 1 && !repeatsExit && !plan.isFirstSeen()) {
            find.accept(Invariant.I7, "after version " + plan.version() + " was " + command);
        }
        if (!command.path("commandId").asText().equals(plan.planId() + "-" + version)) {
            find.accept(Invariant.I7, "the id is not that of its version: " + command);
        }
        if (plan.isExited() && !repeatsExit && !action.equals("CANCEL")) {
            find.accept(Invariant.I7, "after EXIT only the same EXIT and CANCEL follow, was " + command);
        }
    }

    private void cancel(ObservedPlan plan, JsonNode command) {
        SideBook side = books.symbol(plan.symbol()).side(plan.positionSide());
        boolean sameInstance = side.isKnown()
                && side.isOpen()
                && plan.isLong() != side.isShort()
                && side.instance() == plan.instance();
        if (sameInstance && !books.isDust(plan.symbol(), side.quantity())) {
            find.accept(Invariant.I13, plan + " is open with " + side.quantity() + ", was " + command);
        }
        if (!command.path("quantity").isNull() || !command.path("stopPrice").isNull()) {
            find.accept(Invariant.I15, "a CANCEL has no quantity and no stop price: " + command);
        }
    }

    private void order(ObservedPlan plan, String action, JsonNode command) {
        SideBook side = books.symbol(plan.symbol()).side(plan.positionSide());
        BigDecimal quantity = MessageFields.decimal(command, "quantity").orElse(BigDecimal.ZERO);
        BigDecimal stop = MessageFields.decimal(command, "stopPrice").orElse(BigDecimal.ZERO);
        if (side.isKnown() && quantity.compareTo(side.quantity()) > 0) {
            oversized.add(plan.planId());
            find.accept(Invariant.I6, "open is " + side.quantity() + ", was " + command);
        }
        loosens(plan, action, stop, command);
        Optional<BigDecimal> mark = books.symbol(plan.symbol()).markFor(side);
        if (action.equals("EXIT")) {
            cause(plan, stop, mark, command);
            return;
        }
        // without a mark price the first stop is compared with the entry
        boolean comesFirst = plan.version() == 0 && !books.symbol(plan.symbol()).isMarkUnknown();
        Optional<BigDecimal> market = mark.or(() -> comesFirst ? side.entry() : Optional.empty());
        if (market.filter(price -> plan.isBreached(price, stop)).isPresent()) {
            find.accept(Invariant.I4, "the market is at " + market.get() + ", was " + command);
        }
    }

    private void loosens(ObservedPlan plan, String action, BigDecimal stop, JsonNode command) {
        boolean isMove = action.equals("MOVE") || action.equals("EXIT") || action.equals("PLACE");
        boolean worse = plan.stop()
                .filter(sent -> isMove ? plan.isBetter(sent, stop) : sent.compareTo(stop) != 0)
                .isPresent();
        if (worse) {
            find.accept(Invariant.I3, "the stop was " + plan.stop().get() + ", was " + command);
        }
    }

    /** A leverage above which no stop can protect the position. The floor of an inverse contract differs by less than 1. */
    private boolean isBeyondProtection(String symbol, BigDecimal leverage) {
        BigDecimal room = books.isInverse(symbol) ? BigDecimal.ONE : BigDecimal.ZERO;
        return books.terms()
                .maxLeverage()
                .filter(limit -> leverage.add(room).compareTo(limit) > 0)
                .isPresent();
    }

    private void cause(ObservedPlan plan, BigDecimal stop, Optional<BigDecimal> mark, JsonNode command) {
        String reason = command.path("reason").asText();
        boolean hasCause = plan.isExited()
                || plan.isFirstSeen()
                || books.symbol(plan.symbol()).isMarkUnknown()
                || (reason.equals("TIME_LIMIT") && books.terms().hasTimeLimit())
                || (BY_PRICE.contains(reason)
                        && mark.filter(price -> plan.isBreached(price, stop)).isPresent())
                || (BY_ANOTHER_STOP.contains(reason) && mark.isPresent())
                || (reason.equals("EMERGENCY") && books.isEmergency(plan.symbol()))
                || (reason.equals("RISK_FLOOR")
                        && MessageFields.decimal(plan.plan(), "leverage")
                                .filter(leverage -> isBeyondProtection(plan.symbol(), leverage))
                                .isPresent());
        if (!hasCause) {
            find.accept(
                    Invariant.CAUSE,
                    "the mark is " + mark.map(Object::toString).orElse("unknown") + ", was " + command);
        }
    }
}
