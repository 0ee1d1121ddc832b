package io.exitbrain.lab.trade;

/**
 * What makes the result of a trade doubtful.
 *
 * @param isAcrossGap whether the prices had a gap longer than the permitted age of a price while it was open
 * @param isPastLiquidation whether the mark went past entry x (1 - 1/leverage), where an exchange would have closed it
 */
public record Caution(boolean isAcrossGap, boolean isPastLiquidation) {

    /** Nothing is doubtful. */
    public static final Caution NONE = new Caution(false, false);
}
