package io.exitbrain.topology.state;

import io.exitbrain.domain.plan.SymbolState;
import java.util.List;

/** The state of every symbol of a task. Only the task writes it. Times are wall clock times, epoch milliseconds. */
public interface SymbolStates {

    /** Discards all memory, because a processor of the task starts. From now on queries are answered. */
    void reset();

    /** A processor of the task ends. From now on queries are refused, because the partition may go to another instance. */
    void ended();

    /** The entry of {@code symbol}; a new symbol has an empty state. */
    SymbolEntry of(String symbol, long nowMs);

    /** Makes {@code next} the state of {@code entry}. It is in the changelog after the next commit. */
    SymbolEntry keep(SymbolEntry entry, SymbolState next, long nowMs);

    /** The entries of all symbols, stored or used. */
    List<SymbolEntry> all(long nowMs);
}
