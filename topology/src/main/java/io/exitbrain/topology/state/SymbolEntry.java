package io.exitbrain.topology.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.topology.vitals.TaskVitals;

/** One symbol of a task. */
public interface SymbolEntry {

    String symbol();

    SymbolState state();

    /** What a decision on the symbol is made under now, without the wall time that has elapsed. */
    DecisionContext context();

    /** Wall time since the symbol's newest record was processed here, milliseconds; a clock that jumps back counts as no time. */
    long wallElapsedMs(long nowMs);

    /** The symbol's own clock: its newest event time, and the wall time since; epoch milliseconds. */
    long clockMs(long nowMs);

    /** Whether the rules surely decide nothing when the symbol's own clock stands at {@code clockMs}. */
    boolean isQuietAt(long clockMs);

    /** How its positions are when its own clock stands at {@code clockMs}. */
    TaskVitals vitals(long clockMs);
}
