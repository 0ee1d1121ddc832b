package io.exitbrain.demo.audit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What must stand at the end of each step, whatever was emitted in it: I1, I2, I8, I14 and that a breached stop fires. */
final class StandingAudit {

    private final Books books;
    private final BiConsumer<Invariant, String> find;
    private Map<String, PlanAccount> before = Map.of();

    StandingAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    void before(Map<String, PlanAccount> slots) {
        before = Map.copyOf(slots);
    }

    void check(Map<String, PlanAccount> slots, Set<String> sentTooMuch) {
        for (String symbol : books.symbols()) {
            for (Book side : books.symbol(symbol).sides()) {
                String slot = PlanAudit.slotOf(symbol, side.positionSide());
                check(symbol, side, slot, Optional.ofNullable(slots.get(slot)), sentTooMuch);
            }
        }
        before.forEach((slot, plan) -> {
            if (slots.get(slot) != plan && !plan.isCancelled()) {
                find.accept(Invariant.I8, plan + " is gone and its stop was not cancelled");
            }
        });
    }

    private void check(String symbol, Book side, String slot, Optional<PlanAccount> plan, Set<String> sentTooMuch) {
        if (!side.isOpen()) {
            plan.ifPresent(orphaned -> find.accept(Invariant.I8, orphaned + " outlives its position"));
        } else if (plan.isPresent() && plan.get().instance() == side.instance()) {
            planned(symbol, side, plan.get(), sentTooMuch.contains(plan.get().planId()));
        } else if (side.entry().isPresent()) {
            find.accept(
                    side.isShort() ? Invariant.I14 : Invariant.I1,
                    slot + " is open with " + side.signed() + " and has "
                            + plan.map(stale -> "the plan of another position, " + stale)
                                    .orElse("no plan"));
        }
    }

    private void planned(String symbol, Book side, PlanAccount plan, boolean sentTooMuch) {
        BigDecimal shown = Wire.decimal(plan.plan(), "quantity").orElse(BigDecimal.ZERO);
        if (shown.compareTo(side.quantity()) != 0) {
            find.accept(Invariant.I1, "open is " + side.quantity() + ", the newest plan says " + plan.plan());
        }
        int covers = plan.covered()
                .map(quantity -> quantity.compareTo(side.quantity()))
                .orElse(-1);
        boolean isCovered = covers == 0 || (covers > 0 && (plan.isExited() || sentTooMuch));
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
