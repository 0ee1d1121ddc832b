package io.exitbrain.domain.value;

/** The side of an order. */
public enum OrderSide {
    BUY,
    SELL;

    /** The position that an order of this side opens. */
    public Side opens() {
        return this == BUY ? Side.LONG : Side.SHORT;
    }
}
