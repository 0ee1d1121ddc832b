package io.exitbrain.topology.context;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.vitals.Vitals;

/**
 * What every processor of the flow shares, and how the flow is built.
 *
 * @param storeKind where the state is kept between commits
 * @param lane how prices reach the rules
 * @param requiresBatches whether a price that comes to the fast lane without its batch is a defect; not in a test driver, which has no
 *     consumer of ours
 * @param decodedSymbols maximum number of symbols of a task whose decoded state stays in memory across commits. A few busy symbols are
 *     decoded once; of very many symbols each is needed so rarely that decoding it again costs less than keeping the objects
 */
public record FlowContext(
        Policy policy,
        ReferenceData reference,
        Vitals vitals,
        StoreKind storeKind,
        Lane lane,
        boolean requiresBatches,
        int decodedSymbols) {

    private static final int DECODED_SYMBOLS = 512;

    /** The context of a test driver: in memory, on the fast lane, prices one by one. */
    public static FlowContext with(Policy policy) {
        return new FlowContext(
                policy, new ReferenceData(), new Vitals(), StoreKind.MEMORY, Lane.FAST, false, DECODED_SYMBOLS);
    }

    public FlowContext with(StoreKind storeKind) {
        return new FlowContext(policy, reference, vitals, storeKind, lane, requiresBatches, decodedSymbols);
    }

    public FlowContext with(Lane lane) {
        return new FlowContext(policy, reference, vitals, storeKind, lane, requiresBatches, decodedSymbols);
    }

    /** The context of a running engine: its consumer puts every price into a batch. */
    public FlowContext requiringBatches() {
        return new FlowContext(policy, reference, vitals, storeKind, lane, true, decodedSymbols);
    }

    public FlowContext withDecodedSymbols(int max) {
        return new FlowContext(policy, reference, vitals, storeKind, lane, requiresBatches, max);
    }

    /** What concerns {@code symbol} now. */
    public ReferenceData.VersionedContext contextOf(String symbol) {
        return reference.contextOf(symbol, policy);
    }
}
