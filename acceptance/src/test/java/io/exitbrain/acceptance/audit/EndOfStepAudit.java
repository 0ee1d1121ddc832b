package io.exitbrain.acceptance.audit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks the state after each step: I1, I2, I8, I14, and that a breached stop fires. */
final class EndOfStepAudit {

    private final Books books;
    private final BiConsumer<Invariant, String> find;
    private Map<String, ObservedPlan> before = Map.of();

    EndOfStepAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    void before(Map<String, ObservedPlan> slots) {
        before = Map.copyOf(slots);
    }

    void check(Map<String, ObservedPlan> slots, Set<String> oversized) {
        for (String symbol : books.symbols()) {
            for (SideBook side : books.symbol(symbol).sides()) {
                String slot = PlanAudit.slotOf(symbol, side.positionSide());
                check(symbol, side, slot, Optional.ofNullable(slots.get(slot)), oversized);
            }
        }
        before.forEach((slot, plan) -> {
            if (slots.get(slot) != plan && !plan.isCancelled()) {
                find.accept(Invariant.I8, plan + " is gone and its stop was not cancelled");
            }
        });
    }

    private void check(String symbol, SideBook side, String slot, Optional<ObservedPlan> plan, Set<String> oversized) {
        if (!side.isOpen()) {
            plan.ifPresent(
                    orphaned -> find.accept(Invariant.I8, orphaned + " is still there after its position was closed"));
        } else if (plan.isPresent() && plan.get().instance() == side.instance()) {
            planned(symbol, side, plan.get(), oversized.contains(plan.get().planId()));
        } else if (side.entry().isPresent() && !books.isDust(symbol, side.quantity())) {
            find.accept(
                    side.isShort() ? Invariant.I14 : Invariant.I1,
                    slot + " is open with " + side.signed() + " and has "
                            + plan.map(stale -> "the plan of another position, " + stale)
                                    .orElse("no plan"));
        }
    }

    private void planned(String symbol, SideBook side, ObservedPlan plan, boolean oversized) {
        BigDecimal shown = MessageFields.decimal(plan.plan(), "quantity").orElse(BigDecimal.ZERO);
        if (shown.compareTo(side.quantity()) != 0) {
            find.accept(Invariant.I1, "open is " + side.quantity() + ", the newest plan is " + plan.plan());
        }
        boolean covers = plan.covered()
                .filter(quantity -> books.covers(symbol, quantity, side.quantity()))
                .isPresent();
        boolean coversMore = plan.covered()
                .filter(quantity -> quantity.compareTo(side.quantity()) > 0)
                .isPresent();
        boolean isCovered = covers || (coversMore && (plan.isExited() || oversized));
        if (!isCovered) {
            find.accept(
                    Invariant.I2,
                    "open is %s, the stop of %s covers %s"
                            .formatted(
                                    side.quantity(),
                                    plan,
                                    plan.covered().map(Object::toString).orElse("nothing")));
        }
        Optional<BigDecimal> mark = books.symbol(symbol).markFor(side);
        boolean isBreached = mark.isPresent()
                && plan.stop().filter(stop -> plan.isBreached(mark.get(), stop)).isPresent();
        if (isBreached && !plan.isExited()) {
            find.accept(
                    Invariant.FIRES,
                    "the mark is " + mark.get() + ", the stop of " + plan + " is "
                            + plan.stop().get());
        }
    }
}
