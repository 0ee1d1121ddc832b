package io.exitbrain.lab.trade;

/**
 * How a trade ended.
 *
 * @param exit what closed the last of it
 * @param time when it was flat, epoch milliseconds; for a trade that is still open, the time of the last price that counted
 * @param price the price of the last fill, or the last price of a trade that is still open; quote currency
 */
public record Ending(Exit exit, long time, double price) {

    /** What closed a trade. */
    public enum Exit {
        /** The stop that rests at the exchange. */
        STOP,
        /** The last leg of the take-profit ladder. */
        TAKE_PROFIT,
        /** An EXIT command: the policy closed it at the market. */
        EXIT_COMMAND,
        /** The strategy closed it, as recorded. */
        STRATEGY,
        /** Nothing did: the prices or the horizon ended first. It is censored, and never counted as closed at the last price. */
        OPEN
    }

    /** Whether the end of the trade is not known. */
    public boolean isCensored() {
        return exit == Exit.OPEN;
    }
}
