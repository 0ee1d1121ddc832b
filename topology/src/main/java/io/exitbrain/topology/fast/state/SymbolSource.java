package io.exitbrain.topology.fast.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.topology.context.FlowContext;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The objects that all symbols of a task share.
 *
 * @param stored returns the last written state of a symbol
 * @param isAway whether the records of a symbol belong to another partition
 */
record SymbolSource(FlowContext flow, Function<CachedSymbol, SymbolState> stored, Predicate<String> isAway) {}
