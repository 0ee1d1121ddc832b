package io.exitbrain.topology.vitals;

import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.util.function.Predicate;

/**
 * The counts of the positions of one task.
 *
 * @param openPositions open sides of symbols
 * @param unprotected open sides without a plan, or whose stop is not known to stand at the exchange
 * @param oldestUnprotectedMs age of the oldest unprotected position, milliseconds
 * @param withoutTrail living plans without a trailing rule
 * @param mixedSymbols symbols with one-way and hedge positions at the same time
 * @param unknownLeverage living plans whose leverage nobody has told, and none is assumed
 * @param dust open sides of less than one lot step, which no order can close; they count as open
 */
public record TaskVitals(
        int openPositions,
        int unprotected,
        long oldestUnprotectedMs,
        int withoutTrail,
        int mixedSymbols,
        int unknownLeverage,
        int dust) {

    public static final TaskVitals NONE = new TaskVitals(0, 0, 0, 0, 0, 0, 0);

    private static final TaskVitals MIXED = new TaskVitals(0, 0, 0, 0, 1, 0, 0);
    private static final TaskVitals DUST = new TaskVitals(1, 0, 0, 0, 0, 0, 1);

    /** A protected position with a trail and a known leverage. Most positions are such. */
    private static final TaskVitals USUAL = new TaskVitals(1, 0, 0, 0, 0, 0, 0);

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
                mixedSymbols + other.mixedSymbols,
                unknownLeverage + other.unknownLeverage,
                dust + other.dust);
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
        if (side.isDust()) {
            return DUST;
        }
        int unprotected = side.isUnprotected() ? 1 : 0;
        int untrailed = countIf(side, plan -> plan.terms().trail().isEmpty());
        int unknown = side.position().leverage().isPresent()
                ? 0
                : countIf(side, plan -> plan.terms().stop().assumedLeverage().isEmpty());
        return unprotected + untrailed + unknown == 0
                ? USUAL
                : new TaskVitals(1, unprotected, ageMs(side, clockMs), untrailed, 0, unknown, 0);
    }

    private static int countIf(SideState side, Predicate<LivingPlan> condition) {
        return side.plan().filter(condition).isPresent() ? 1 : 0;
    }

    private static long ageMs(SideState side, long clockMs) {
        return side.isUnprotected() ? Math.max(0, clockMs - since(side)) : 0;
    }

    private static long since(SideState side) {
        return side.plan()
                .map(plan -> plan.sent().confirmation().alarmSince())
                .filter(alarm -> alarm != Times.NEVER)
                .orElse(side.unprotectedSince());
    }
}
