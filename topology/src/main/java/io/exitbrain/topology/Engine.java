package io.exitbrain.topology;

import io.exitbrain.domain.Policy;

/**
 * What every processor of the flow shares.
 *
 * @param storeKind where the state is kept between commits
 * @param decodedSymbols so many symbols of a task keep their decoded state from one commit to the next. A few busy symbols are decoded
 *     once; of very many each comes so seldom that decoding it again costs less than the objects of all, in memory and in time
 */
public record Engine(Policy policy, ReferenceData reference, Vitals vitals, StoreKind storeKind, int decodedSymbols) {

    private static final int DECODED_SYMBOLS = 512;

    public static Engine with(Policy policy) {
        return new Engine(policy, new ReferenceData(), new Vitals(), StoreKind.MEMORY, DECODED_SYMBOLS);
    }

    public Engine with(StoreKind storeKind) {
        return new Engine(policy, reference, vitals, storeKind, decodedSymbols);
    }

    public Engine withDecodedSymbols(int most) {
        return new Engine(policy, reference, vitals, storeKind, most);
    }

    Surroundings around(String symbol) {
        return reference.around(symbol, policy);
    }
}
