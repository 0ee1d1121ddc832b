package io.exitbrain.topology.context;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.vitals.Vitals;
import java.util.function.Consumer;

/**
 * The context that all processors of the flow share, and the options that the flow is built with.
 *
 * @param storeKind the kind of store that holds the state between commits
 * @param lane the path of prices to the rules
 * @param requiresBatches whether a price on the fast lane without its batch is a defect; false in a test driver, which does not use our
 *     consumer
 * @param decodedSymbols maximum number of symbols per task whose decoded state stays in memory across commits. A few busy symbols are
 *     decoded once. With very many symbols each is used so rarely that decoding it again costs less than keeping the objects
 * @param partitions number of partitions of each keyed input
 * @param hasExchangeEvents whether the topic {@code exchange-events} exists
 * @param hasHistory whether a record can be history: older than the engine's clock by more than the policy permits. False in a replay,
 *     whose clock is that of its input
 * @param logsDecisions whether traders can read the decisions in the log
 */
public record FlowContext(
        Policy policy,
        ReferenceData reference,
        Vitals vitals,
        StoreKind storeKind,
        Lane lane,
        boolean requiresBatches,
        int decodedSymbols,
        int partitions,
        boolean hasExchangeEvents,
        boolean hasHistory,
        boolean logsDecisions) {

    private static final int DECODED_SYMBOLS = 512;

    /** The context of a test driver: memory store, fast lane, prices without batches, one partition, every topic, no history. */
    public static FlowContext with(Policy policy) {
        Vitals vitals = new Vitals();
        return new FlowContext(
                policy,
                new ReferenceData(vitals),
                vitals,
                StoreKind.MEMORY,
                Lane.FAST,
                false,
                DECODED_SYMBOLS,
                1,
                true,
                false,
                true);
    }

    public FlowContext with(StoreKind kind) {
        return changed(draft -> draft.storeKind = kind);
    }

    public FlowContext with(Lane chosen) {
        return changed(draft -> draft.lane = chosen);
    }

    /** The context of a running engine: its consumer puts every price into a batch. */
    public FlowContext requiringBatches() {
        return changed(draft -> draft.requiresBatches = true);
    }

    public FlowContext withDecodedSymbols(int max) {
        return changed(draft -> draft.decodedSymbols = max);
    }

    public FlowContext withPartitions(int count) {
        return changed(draft -> draft.partitions = count);
    }

    public FlowContext withExchangeEvents(boolean exist) {
        return changed(draft -> draft.hasExchangeEvents = exist);
    }

    /** The context of an engine whose clock is the wall clock: a record can be older than it. */
    public FlowContext withHistory() {
        return changed(draft -> draft.hasHistory = true);
    }

    /** The context of decisions about nobody's position: they are not logged. */
    public FlowContext withoutDecisionLog() {
        return changed(draft -> draft.logsDecisions = false);
    }

    private FlowContext changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new FlowContext(
                policy,
                reference,
                vitals,
                draft.storeKind,
                draft.lane,
                draft.requiresBatches,
                draft.decodedSymbols,
                draft.partitions,
                draft.hasExchangeEvents,
                draft.hasHistory,
                draft.logsDecisions);
    }

    /** The options of a context that is about to change. */
    private static final class Draft {

        private StoreKind storeKind;
        private Lane lane;
        private boolean requiresBatches;
        private int decodedSymbols;
        private int partitions;
        private boolean hasExchangeEvents;
        private boolean hasHistory;
        private boolean logsDecisions;

        Draft(FlowContext context) {
            this.storeKind = context.storeKind;
            this.lane = context.lane;
            this.requiresBatches = context.requiresBatches;
            this.decodedSymbols = context.decodedSymbols;
            this.partitions = context.partitions;
            this.hasExchangeEvents = context.hasExchangeEvents;
            this.hasHistory = context.hasHistory;
            this.logsDecisions = context.logsDecisions;
        }
    }

    /** Whether a record with {@code timestamp} is history at {@code nowMs}, both in epoch milliseconds. */
    public boolean isHistory(long timestamp, long nowMs) {
        return policy.stop().isHistory(ageMs(timestamp, nowMs));
    }

    /** The age that counts at {@code nowMs} for a record with {@code timestamp}: milliseconds, 0 where there is no history. */
    public long ageMs(long timestamp, long nowMs) {
        return hasHistory ? nowMs - timestamp : 0;
    }

    /** Whether the flow runs beside a live engine and must not write the inputs. */
    public boolean isShadow() {
        return policy.mode() == Mode.SHADOW;
    }

    /** In shadow mode the live engine reads {@code exchange-events}. */
    public boolean readsExchangeEvents() {
        return hasExchangeEvents && !isShadow();
    }

    /** Whether another partition than {@code partition} has the records of {@code symbol}. */
    public boolean isAway(String symbol, int partition) {
        return SymbolPartition.of(symbol, partitions) != partition;
    }

    /** The current decision context of {@code symbol}. */
    public ReferenceData.VersionedContext contextOf(String symbol) {
        return reference.contextOf(symbol, policy);
    }
}
