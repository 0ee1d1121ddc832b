package io.exitbrain.audit.checks;

import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.book.SideBook;
import io.exitbrain.audit.record.MessageFields;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the state after each step: I1, I2, I8, I14, and that a breached stop fires. */
final class EndOfStepAudit {

    private final Books books;
    private final Findings findings;
    private final Protection protection;

    EndOfStepAudit(Books books, Findings findings, Protection protection) {
        this.books = books;
        this.findings = findings;
        this.protection = protection;
    }

    /** Checks the sides of {@code symbols}. {@code oversized} are the plans whose command was larger than the position. */
    void check(Collection<String> symbols, Map<String, ObservedPlan> slots, Set<String> oversized) {
        for (String symbol : symbols) {
            for (SideBook side : books.symbol(symbol).sides()) {
                String slot = ObservedPlan.slotOf(symbol, side.positionSide());
                Optional<ObservedPlan> plan = Optional.ofNullable(slots.get(slot));
                if (side.isKnown() && (side.isOpen() || plan.isPresent())) {
                    check(symbol, side, slot, plan, oversized);
                } else if (side.isKnown()) {
                    findings.holds(slot);
                    protection.closed(slot);
                }
            }
        }
    }

    /** A plan that was there before the step and is not there any more. */
    void gone(String slot, ObservedPlan plan) {
        if (!plan.isCancelled()) {
            findings.ofSlot(slot, Invariant.I8, plan + " is gone and its stop was not cancelled");
        }
    }

    private void check(String symbol, SideBook side, String slot, Optional<ObservedPlan> plan, Set<String> oversized) {
        if (!side.isOpen()) {
            protection.closed(slot);
            findings.ofSlot(slot, Invariant.I8, plan.get() + " is still there after its position was closed");
        } else if (plan.isPresent() && plan.get().instance() == side.instance()) {
            planned(
                    symbol,
                    side,
                    slot,
                    plan.get(),
                    oversized.contains(plan.get().planId()));
        } else if (!books.isDust(symbol, side.quantity())) {
            protection.bare(slot);
            unplanned(side, slot, plan);
        }
    }

    /** A position without entry cannot be planned. */
    private void unplanned(SideBook side, String slot, Optional<ObservedPlan> plan) {
        if (side.entry().isPresent()) {
            String has =
                    plan.map(stale -> "the plan of another position, " + stale).orElse("no plan");
            findings.ofSlot(
                    slot,
                    side.isShort() ? Invariant.I14 : Invariant.I1,
                    "%s is open with %s and has %s".formatted(slot, side.signed(), has));
        }
    }

    private void planned(String symbol, SideBook side, String slot, ObservedPlan plan, boolean oversized) {
        boolean isShown = shown(side, slot, plan);
        boolean isCovered = covered(symbol, side, slot, plan, oversized);
        boolean hasFired = fires(symbol, side, slot, plan);
        if (isCovered) {
            protection.covered(slot);
        } else {
            protection.bare(slot);
        }
        if (isShown && isCovered && hasFired) {
            findings.holds(slot);
        }
    }

    private boolean shown(SideBook side, String slot, ObservedPlan plan) {
        BigDecimal shown = MessageFields.decimal(plan.plan(), "quantity").orElse(BigDecimal.ZERO);
        boolean holds = shown.compareTo(side.quantity()) == 0;
        if (!holds) {
            findings.ofSlot(slot, Invariant.I1, "open is " + side.quantity() + ", the newest plan is " + plan.plan());
        }
        return holds;
    }

    private boolean covered(String symbol, SideBook side, String slot, ObservedPlan plan, boolean oversized) {
        Optional<BigDecimal> covered = plan.covered();
        boolean isUnknown = covered.isEmpty() && plan.isFirstSeen();
        boolean covers = covered.filter(quantity -> books.covers(symbol, quantity, side.quantity()))
                .isPresent();
        boolean coversMore = covered.filter(quantity -> quantity.compareTo(side.quantity()) > 0)
                .isPresent();
        boolean holds = isUnknown || covers || (coversMore && (plan.isExited() || oversized));
        if (!holds) {
            String what = covered.map(Object::toString).orElse("nothing");
            findings.ofSlot(
                    slot, Invariant.I2, "open is %s, the stop of %s covers %s".formatted(side.quantity(), plan, what));
        }
        return holds;
    }

    private boolean fires(String symbol, SideBook side, String slot, ObservedPlan plan) {
        Optional<BigDecimal> mark = books.symbol(symbol).markFor(side);
        boolean isBreached = mark.isPresent()
                && plan.stop().filter(stop -> plan.isBreached(mark.get(), stop)).isPresent();
        boolean holds = !isBreached || plan.isExited();
        if (!holds) {
            findings.ofSlot(
                    slot,
                    Invariant.FIRES,
                    "the mark is %s, the stop of %s is %s"
                            .formatted(mark.get(), plan, plan.stop().get()));
        }
        return holds;
    }
}
