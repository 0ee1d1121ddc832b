package io.exitbrain.topology;

import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Slot;
import io.exitbrain.domain.SymbolState;
import io.exitbrain.domain.Times;

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

    static final TaskVitals NONE = new TaskVitals(0, 0, 0, 0, 0);

    TaskVitals plus(TaskVitals other) {
        return new TaskVitals(
                openPositions + other.openPositions,
                unprotected + other.unprotected,
                Math.max(oldestUnprotectedMs, other.oldestUnprotectedMs),
                withoutTrail + other.withoutTrail,
                mixedSymbols + other.mixedSymbols);
    }

    /** Counts symbol by symbol. */
    static final class Count {

        private TaskVitals total = NONE;

        /** Adds {@code state}, whose own clock stands at {@code clockMs}. */
        void add(SymbolState state, long clockMs) {
            for (PositionSide side : PositionSide.values()) {
                Slot slot = state.slots().of(side);
                if (slot.isOpen()) {
                    total = total.plus(of(slot, clockMs));
                }
            }
            if (state.slots().areMixed()) {
                total = total.plus(new TaskVitals(0, 0, 0, 0, 1));
            }
        }

        private static TaskVitals of(Slot slot, long clockMs) {
            boolean trails =
                    slot.plan().filter(plan -> plan.terms().trail().isPresent()).isPresent();
            int untrailed = slot.plan().isPresent() && !trails ? 1 : 0;
            return slot.isUnprotected()
                    ? new TaskVitals(1, 1, Math.max(0, clockMs - since(slot)), untrailed, 0)
                    : new TaskVitals(1, 0, 0, untrailed, 0);
        }

        private static long since(Slot slot) {
            return slot.plan()
                    .map(plan -> plan.orders().confirmation().alarmSince())
                    .filter(alarm -> alarm != Times.NEVER)
                    .orElse(slot.unprotectedSince());
        }

        TaskVitals total() {
            return total;
        }
    }
}
