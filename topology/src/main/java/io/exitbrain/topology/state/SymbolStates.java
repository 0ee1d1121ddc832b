package io.exitbrain.topology.state;

import io.exitbrain.domain.plan.SymbolState;
import java.util.List;

/** The state of every symbol of a task. The task is its only writer. Times are those of the wall clock, epoch milliseconds. */
public interface SymbolStates {

    /** A processor of the task starts: nothing that was held in memory counts any more. */
    void startAnew();

    /** The entry of {@code symbol}; a symbol never heard of has an empty state. */
    SymbolEntry of(String symbol, long nowMs);

    /** Takes {@code next} as the state of {@code entry}: it is in the changelog with the next commit. */
    SymbolEntry keep(SymbolEntry entry, SymbolState next, long nowMs);

    /** Every symbol that was ever stored or heard of. */
    List<SymbolEntry> all(long nowMs);
}
