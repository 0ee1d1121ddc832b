package io.exitbrain.lab.trade;

/**
 * What a trade earned and cost, in quote currency. Costs are positive; funding that was received is negative.
 *
 * @param gross the result at the marks that triggered the fills, before any cost
 * @param fees maker and taker fees of all fills, also of the opening
 * @param slippage what spread and slippage took
 * @param funding funding paid
 * @param ownRisk entry x stop distance of this policy x quantity
 */
public record Money(double gross, double fees, double slippage, double funding, double ownRisk) {

    public double costs() {
        return fees + slippage + funding;
    }

    public double net() {
        return netAt(1);
    }

    /** The net result if all costs were {@code factor} times as high. */
    public double netAt(double factor) {
        return gross - factor * costs();
    }
}
