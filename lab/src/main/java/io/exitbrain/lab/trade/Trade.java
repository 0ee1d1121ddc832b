package io.exitbrain.lab.trade;

/**
 * One trade under one policy: from the fill that opens a position to the fill that closes it. The trades of two policies are paired by
 * their {@link Opening}, which is the same for all policies. Money is in the quote currency, times are epoch milliseconds.
 *
 * @param opening the fill that opened it
 * @param ending how it ended
 * @param money what it earned and cost
 * @param path where the price went while it was open, and after it
 * @param activity what the policy did
 * @param caution what makes the result doubtful
 */
public record Trade(Opening opening, Ending ending, Money money, PricePath path, Activity activity, Caution caution) {

    /** The net result in R: what the trade earned after all costs, divided by the risk of the baseline. */
    public double result() {
        return resultAt(1);
    }

    /** The net result in R if all costs were {@code factor} times as high. No exit depends on them. */
    public double resultAt(double factor) {
        return money.netAt(factor) / opening.risk();
    }

    /** The net result divided by the risk that this policy itself took. */
    public double resultOfOwnRisk() {
        return money.net() / money.ownRisk();
    }

    /** All costs in R. */
    public double costs() {
        return money.costs() / opening.risk();
    }

    /** How long it was open, in milliseconds; a censored trade was open for at least that long. */
    public long heldMs() {
        return ending.time() - opening.time();
    }
}
