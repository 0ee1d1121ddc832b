package io.exitbrain.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What one emitted plan must be: I1, I2, I3, I5, I6, I8, I14 and I15. */
final class PlanAudit {

    private static final BigDecimal LEAST_CALLBACK = new BigDecimal("0.001");
    private static final BigDecimal MOST_CALLBACK = new BigDecimal("0.05");
    /** Quotients may differ in their last digits by the order of operations. */
    private static final BigDecimal SAME_ENTRY = new BigDecimal("1e-12");

    private final Books books;
    private final BiConsumer<Invariant, String> find;

    PlanAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    void check(String slot, PlanAccount account, JsonNode plan) {
        Book side = books.symbol(account.symbol()).side(account.positionSide());
        if (!slot.equals(slotOf(account.symbol(), account.positionSide()))) {
            find.accept(Invariant.I15, "slot " + slot + " holds " + plan);
        }
        if (!side.isOpen() || account.isCancelled() || account.instance() != side.instance()) {
            find.accept(Invariant.I8, "nothing is open for " + plan);
            return;
        }
        position(side, plan);
        trailing(plan);
        legs(account, plan);
        loosens(account, plan);
    }

    static String slotOf(String symbol, String positionSide) {
        return positionSide.equals("BOTH") ? symbol : symbol + "/" + positionSide;
    }

    private void position(Book side, JsonNode plan) {
        if (!plan.path("side").asText().equals(side.isShort() ? "SHORT" : "LONG")) {
            find.accept(side.isShort() ? Invariant.I14 : Invariant.I15, "open is " + side.signed() + ", came " + plan);
        }
        boolean sameEntry = Wire.decimal(plan, "entryPrice")
                .filter(entry -> side.entry()
                        .filter(known -> known.subtract(entry).abs().compareTo(SAME_ENTRY) <= 0)
                        .isPresent())
                .isPresent();
        if (!sameEntry || quantity(plan).compareTo(side.quantity()) != 0) {
            find.accept(
                    Invariant.I1,
                    "open is %s from %s, came %s"
                            .formatted(
                                    side.signed(),
                                    side.entry().map(Object::toString).orElse("?"),
                                    plan));
        }
    }

    private static BigDecimal quantity(JsonNode plan) {
        return Wire.decimal(plan, "quantity").orElse(BigDecimal.ZERO);
    }

    private void trailing(JsonNode plan) {
        if (Set.of("emergency_exit", "hybrid_tpsl")
                .contains(plan.path("strategy").asText())) {
            return;
        }
        JsonNode trailing = plan.path("trailing");
        Optional<BigDecimal> callback = Wire.decimal(trailing, "callbackPct");
        boolean trails = trailing.path("enabled").asBoolean()
                && callback.filter(ratio -> ratio.compareTo(LEAST_CALLBACK) >= 0 && ratio.compareTo(MOST_CALLBACK) <= 0)
                        .isPresent();
        if (!trails) {
            find.accept(Invariant.I2, "does not trail: " + plan);
        }
    }

    private void legs(PlanAccount account, JsonNode plan) {
        Set<Integer> indexes = new HashSet<>();
        BigDecimal open = BigDecimal.ZERO;
        for (JsonNode leg : plan.path("legs")) {
            int index = leg.path("index").asInt();
            Optional<String> before = Optional.ofNullable(account.legs().get(index));
            boolean isNew = before.isEmpty() && !account.legs().isEmpty();
            boolean reopened = before.filter(known -> !known.startsWith("OPEN"))
                    .filter(known -> !known.equals(PlanAccount.statusAndPrice(leg)))
                    .isPresent();
            if (isNew || reopened || !indexes.add(index)) {
                find.accept(Invariant.I5, "leg " + index + " was " + before.orElse("not there") + ", came " + plan);
            }
            open = leg.path("status").asText().equals("OPEN") ? open.add(quantity(leg)) : open;
        }
        for (Map.Entry<Integer, String> known : account.legs().entrySet()) {
            if (known.getValue().startsWith("FILLED") && !indexes.contains(known.getKey())) {
                find.accept(Invariant.I5, "filled leg " + known.getKey() + " is gone: " + plan);
            }
        }
        if (plan.path("revision").asInt() == 1 && open.compareTo(quantity(plan)) > 0) {
            find.accept(Invariant.I6, "the legs close " + open + ": " + plan);
        }
    }

    private void loosens(PlanAccount account, JsonNode plan) {
        Optional<BigDecimal> stop = Wire.decimal(plan.path("stop"), "price");
        boolean worse = account.stop()
                .filter(sent -> stop.isEmpty() || account.isBetter(sent, stop.get()))
                .isPresent();
        if (worse) {
            find.accept(Invariant.I3, "the stop was " + account.stop().get() + ", came " + plan);
        }
    }
}
