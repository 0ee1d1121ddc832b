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

/** Checks each emitted plan: I1, I2, I3, I5, I6, I8, I14 and I15. */
final class PlanAudit {

    private static final BigDecimal MIN_CALLBACK = new BigDecimal("0.001");
    /** The last digits of a quotient depend on the order of operations. */
    private static final BigDecimal ENTRY_TOLERANCE = new BigDecimal("1e-12");

    private final Books books;
    private final BiConsumer<Invariant, String> find;

    PlanAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    void check(String slot, ObservedPlan observed, JsonNode plan) {
        SideBook side = books.symbol(observed.symbol()).side(observed.positionSide());
        if (!slot.equals(observed.slot())) {
            find.accept(Invariant.I15, "slot " + slot + " holds " + plan);
        }
        if (!side.isOpen() || observed.isCancelled() || observed.instance() != side.instance()) {
            find.accept(Invariant.I8, "no position is open for " + plan);
            return;
        }
        position(observed, side, plan);
        trailing(plan);
        legs(observed, plan);
        loosens(observed, plan);
    }

    private void position(ObservedPlan observed, SideBook side, JsonNode plan) {
        if (!plan.path("side").asText().equals(side.isShort() ? "SHORT" : "LONG")) {
            find.accept(side.isShort() ? Invariant.I14 : Invariant.I15, "open is " + side.signed() + ", was " + plan);
        }
        Optional<BigDecimal> shown = MessageFields.decimal(plan, "entryPrice");
        boolean isUnknown = side.entry().isEmpty()
                && (shown.isEmpty() || books.symbol(observed.symbol()).isMarkUnknown());
        boolean sameEntry = isUnknown
                || shown.filter(entry -> side.entry()
                                .filter(known -> known.subtract(entry).abs().compareTo(ENTRY_TOLERANCE) <= 0)
                                .isPresent())
                        .isPresent();
        if (!sameEntry || quantity(plan).compareTo(side.quantity()) != 0) {
            find.accept(
                    Invariant.I1,
                    "open is %s from %s, was %s"
                            .formatted(
                                    side.signed(),
                                    side.entry().map(Object::toString).orElse("?"),
                                    plan));
        }
    }

    private static BigDecimal quantity(JsonNode plan) {
        return MessageFields.decimal(plan, "quantity").orElse(BigDecimal.ZERO);
    }

    private void trailing(JsonNode plan) {
        if (Set.of("emergency_exit", "hybrid_tpsl")
                .contains(plan.path("strategy").asText())) {
            return;
        }
        JsonNode trailing = plan.path("trailing");
        Optional<BigDecimal> callback = MessageFields.decimal(trailing, "callbackPct");
        boolean trails = trailing.path("enabled").asBoolean()
                && callback.filter(ratio -> ratio.compareTo(MIN_CALLBACK) >= 0
                                && ratio.compareTo(books.terms().maxCallback()) <= 0)
                        .isPresent();
        boolean trailsByDistance = trailing.path("enabled").asBoolean()
                && MessageFields.positive(trailing, "callbackPrice", "callbackTicks")
                        .isPresent();
        if (!trails && !trailsByDistance) {
            find.accept(Invariant.I2, "does not trail: " + plan);
        }
    }

    private void legs(ObservedPlan observed, JsonNode plan) {
        Set<Integer> indexes = new HashSet<>();
        BigDecimal open = BigDecimal.ZERO;
        for (JsonNode leg : plan.path("legs")) {
            int index = leg.path("index").asInt();
            Optional<String> before = Optional.ofNullable(observed.legs().get(index));
            boolean isNew = before.isEmpty() && !observed.legs().isEmpty();
            boolean reopened = before.filter(known -> !known.startsWith("OPEN"))
                    .filter(known -> !known.equals(ObservedPlan.statusAndPrice(leg)))
                    .isPresent();
            if (isNew || reopened || !indexes.add(index)) {
                find.accept(Invariant.I5, "leg " + index + " was " + before.orElse("not there") + ", was " + plan);
            }
            open = leg.path("status").asText().equals("OPEN") ? open.add(quantity(leg)) : open;
        }
        for (Map.Entry<Integer, String> known : observed.legs().entrySet()) {
            if (known.getValue().startsWith("FILLED") && !indexes.contains(known.getKey())) {
                find.accept(Invariant.I5, "filled leg " + known.getKey() + " is gone: " + plan);
            }
        }
        if (plan.path("revision").asInt() == 1 && open.compareTo(quantity(plan)) > 0) {
            find.accept(Invariant.I6, "the legs close " + open + ": " + plan);
        }
    }

    private void loosens(ObservedPlan observed, JsonNode plan) {
        Optional<BigDecimal> stop = MessageFields.decimal(plan.path("stop"), "price");
        boolean worse = observed.stop()
                .filter(sent -> stop.isEmpty() || observed.isBetter(sent, stop.get()))
                .isPresent();
        if (worse) {
            find.accept(Invariant.I3, "the stop was " + observed.stop().get() + ", was " + plan);
        }
    }
}
