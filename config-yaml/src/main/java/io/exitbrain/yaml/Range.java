package io.exitbrain.yaml;

import java.math.BigDecimal;

/** The numbers that a setting accepts. */
public enum Range {
    /** Strictly between 0 and 1. */
    RATIO("in (0,1)", 0, false, 1, false),
    /** Above 0, up to and including 1. */
    FRACTION("in (0,1]", 0, false, 1, true),
    /** From 0, below 1. */
    RATIO_OR_ZERO("in [0,1)", 0, true, 1, false),
    LEVERAGE("in [1,1000]", 1, true, 1000, true),
    POSITIVE("> 0", 0, false, Integer.MAX_VALUE, true),
    NOT_NEGATIVE(">= 0", 0, true, Integer.MAX_VALUE, true);

    private final String inWords;
    private final BigDecimal min;
    private final boolean minIncluded;
    private final BigDecimal max;
    private final boolean maxIncluded;

    Range(String inWords, int min, boolean minIncluded, int max, boolean maxIncluded) {
        this.inWords = inWords;
        this.min = BigDecimal.valueOf(min);
        this.minIncluded = minIncluded;
        this.max = BigDecimal.valueOf(max);
        this.maxIncluded = maxIncluded;
    }

    boolean contains(BigDecimal number) {
        int aboveMin = number.compareTo(min);
        int belowMax = max.compareTo(number);
        return (minIncluded ? aboveMin >= 0 : aboveMin > 0) && (maxIncluded ? belowMax >= 0 : belowMax > 0);
    }

    String inWords() {
        return inWords;
    }
}
