package io.exitbrain.topology.context;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.vitals.Vitals;

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
        boolean hasExchangeEvents) {

    private static final int DECODED_SYMBOLS = 512;

    /** The context of a test driver: memory store, fast lane, prices without batches, one partition, every topic. */
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
                true);
    }

    public FlowContext with(StoreKind storeKind) {
        return new FlowContext(
                policy,
                reference,
                vitals,
                storeKind,
                lane,
                requiresBatches,
                decodedSymbols,
                partitions,
                hasExchangeEvents);
    }

    public FlowContext with(Lane lane) {
        return new FlowContext(
                policy,
                reference,
                vitals,
                storeKind,
                lane,
                requiresBatches,
                decodedSymbols,
                partitions,
                hasExchangeEvents);
    }

    /** The context of a running engine: its consumer puts every price into a batch. */
    public FlowContext requiringBatches() {
        return new FlowContext(
                policy, reference, vitals, storeKind, lane, true, decodedSymbols, partitions, hasExchangeEvents);
    }

    public FlowContext withDecodedSymbols(int max) {
        return new FlowContext(
                policy, reference, vitals, storeKind, lane, requiresBatches, max, partitions, hasExchangeEvents);
    }

    public FlowContext withPartitions(int count) {
        return new FlowContext(
                policy, reference, vitals, storeKind, lane, requiresBatches, decodedSymbols, count, hasExchangeEvents);
    }

    public FlowContext withExchangeEvents(boolean exist) {
        return new FlowContext(
                policy, reference, vitals, storeKind, lane, requiresBatches, decodedSymbols, partitions, exist);
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
