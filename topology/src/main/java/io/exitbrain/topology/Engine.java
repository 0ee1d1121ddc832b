package io.exitbrain.topology;

import io.exitbrain.domain.Policy;

/**
 * What every processor of the flow shares.
 *
 * @param storeKind where the state is kept between commits
 */
public record Engine(Policy policy, ReferenceData reference, Vitals vitals, StoreKind storeKind) {

    public static Engine with(Policy policy) {
        return new Engine(policy, new ReferenceData(), new Vitals(), StoreKind.MEMORY);
    }

    public Engine with(StoreKind storeKind) {
        return new Engine(policy, reference, vitals, storeKind);
    }

    Surroundings around(String symbol) {
        return reference.around(symbol, policy);
    }
}
