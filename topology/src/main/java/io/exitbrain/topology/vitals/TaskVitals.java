package io.exitbrain.topology.vitals;

import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;

/**
 * How the positions of one task are.
 *
 * @param openPositions open sides of symbols
 * @param unprotected open sides without a plan, or whose stop is known not to stand
 * @param oldestUnprotectedMs how long the longest of them has been, milliseconds
 * @param withoutTrail living plans that have no trailing rule
 * @param mixedSymbols symbols with one-way and hedge positions at once
 */
public record TaskVitals(
        int openPositions, int unprotected, long oldestUnprotectedMs, int withoutTrail, int mixedSymbols) {

    public static final TaskVitals NONE = new TaskVitals(0, 0, 0, 0, 0);

    private static final TaskVitals MIXED = new TaskVitals(0, 0, 0, 0, 1);
    private static final TaskVitals TRAILED = new TaskVitals(1, 0, 0, 0, 0);
    private static final TaskVitals UNTRAILED = new TaskVitals(1, 0, 0, 1, 0);

    /** Both together; one that counts nothing leaves the other as it is. */
    public TaskVitals plus(TaskVitals other) {
        if (equals(NONE)) {
            return other;
        }
        return new TaskVitals(
                openPositions + other.openPositions,
                unprotected + other.unprotected,
                Math.max(oldestUnprotectedMs, other.oldestUnprotectedMs),
                withoutTrail + other.withoutTrail,
                mixedSymbols + other.mixedSymbols);
    }

    /** Of {@code state}, whose own clock stands at {@code clockMs}. */
    public static TaskVitals of(SymbolState state, long clockMs) {
        TaskVitals total = state.sides().areMixed() ? MIXED : NONE;
        for (PositionSide side : PositionSide.values()) {
            SideState slot = state.sides().of(side);
            if (slot.isOpen()) {
                total = total.plus(of(slot, clockMs));
            }
        }
        return total;
    }

    private static TaskVitals of(SideState slot, long clockMs) {
        if (slot.isUnprotected()) {
            return new TaskVitals(1, 1, Math.max(0, clockMs - since(slot)), untrailed(slot), 0);
        }
        return untrailed(slot) == 0 ? TRAILED : UNTRAILED;
    }

    private static int untrailed(SideState slot) {
        return slot.plan().filter(plan -> plan.terms().trail().isEmpty()).isPresent() ? 1 : 0;
    }

    private static long since(SideState slot) {
        return slot.plan()
                .map(plan -> plan.sent().confirmation().alarmSince())
                .filter(alarm -> alarm != Times.NEVER)
                .orElse(slot.unprotectedSince());
    }
}
