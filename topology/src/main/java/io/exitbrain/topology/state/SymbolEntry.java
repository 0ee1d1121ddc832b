package io.exitbrain.topology.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.topology.vitals.TaskVitals;

/** The entry of one symbol of a task. */
public interface SymbolEntry {

    String symbol();

    SymbolState state();

    /** Whether murmur2 of the symbol gives another partition than this task's. */
    boolean isAway();

    /**
     * Whether the records of the symbol are sent to another partition. While a position is open on the wrong one, its plan was made by an
     * older version. It stays where it is, and so do the records that come there.
     */
    default boolean isForeign() {
        return isAway() && !state().sides().anyOpen();
    }

    /** The current context for a decision on the symbol, without the elapsed wall time. */
    DecisionContext context();

    /** Wall time since the symbol's newest record was processed here, milliseconds; 0 if the clock was set back. */
    long wallElapsedMs(long nowMs);

    /** The symbol's clock: its newest event time plus the wall time since then, epoch milliseconds. */
    long clockMs(long nowMs);

    /** Whether it is certain that the rules decide nothing at {@code clockMs}, the symbol's clock. */
    boolean isQuietAt(long clockMs);

    /** The counts of its positions at {@code clockMs}, the symbol's clock. */
    TaskVitals vitals(long clockMs);
}
