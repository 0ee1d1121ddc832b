package io.exitbrain.topology.vitals;

import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;

/**
 * The counts of the positions of one task.
 *
 * @param openPositions open sides of symbols
 * @param unprotected open sides without a plan, or whose stop is not known to stand at the exchange
 * @param oldestUnprotectedMs age of the oldest unprotected position, milliseconds
 * @param withoutTrail living plans without a trailing rule
 * @param mixedSymbols symbols with one-way and hedge positions at the same time
 */
public record TaskVitals(
        int openPositions, int unprotected, long oldestUnprotectedMs, int withoutTrail, int mixedSymbols) {

    public static final TaskVitals NONE = new TaskVitals(0, 0, 0, 0, 0);

    private static final TaskVitals MIXED = new TaskVitals(0, 0, 0, 0, 1);
    private static final TaskVitals TRAILED = new TaskVitals(1, 0, 0, 0, 0);
    private static final TaskVitals UNTRAILED = new TaskVitals(1, 0, 0, 1, 0);

    /** The sum of both. */
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

    /** The counts of {@code state} at {@code clockMs}, the symbol's clock. */
    public static TaskVitals of(SymbolState state, long clockMs) {
        TaskVitals total = state.sides().areMixed() ? MIXED : NONE;
        for (PositionSide side : PositionSide.values()) {
            SideState sideState = state.sides().of(side);
            if (sideState.isOpen()) {
                total = total.plus(of(sideState, clockMs));
            }
        }
        return total;
    }

    private static TaskVitals of(SideState side, long clockMs) {
        if (side.isUnprotected()) {
            return new TaskVitals(1, 1, Math.max(0, clockMs - since(side)), untrailed(side), 0);
        }
        return untrailed(side) == 0 ? TRAILED : UNTRAILED;
    }

    private static int untrailed(SideState side) {
        return side.plan().filter(plan -> plan.terms().trail().isEmpty()).isPresent() ? 1 : 0;
    }

    private static long since(SideState side) {
        return side.plan()
                .map(plan -> plan.sent().confirmation().alarmSince())
                .filter(alarm -> alarm != Times.NEVER)
                .orElse(side.unprotectedSince());
    }
}
