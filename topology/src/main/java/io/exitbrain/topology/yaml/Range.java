package io.exitbrain.topology.yaml;

import java.math.BigDecimal;

/** Which numbers a setting admits. */
public enum Range {
    /** Strictly between 0 and 1. */
    RATIO("in (0,1)", 0, false, 1, false),
    /** Above 0, 1 included. */
    FRACTION("in (0,1]", 0, false, 1, true),
    /** From 0, below 1. */
    RATIO_OR_ZERO("in [0,1)", 0, true, 1, false),
    POSITIVE("> 0", 0, false, Integer.MAX_VALUE, true),
    NOT_NEGATIVE(">= 0", 0, true, Integer.MAX_VALUE, true);

    private final String inWords;
    private final BigDecimal least;
    private final boolean leastIncluded;
    private final BigDecimal most;
    private final boolean mostIncluded;

    Range(String inWords, int least, boolean leastIncluded, int most, boolean mostIncluded) {
        this.inWords = inWords;
        this.least = BigDecimal.valueOf(least);
        this.leastIncluded = leastIncluded;
        this.most = BigDecimal.valueOf(most);
        this.mostIncluded = mostIncluded;
    }

    boolean admits(BigDecimal number) {
        int above = number.compareTo(least);
        int below = most.compareTo(number);
        return (leastIncluded ? above >= 0 : above > 0) && (mostIncluded ? below >= 0 : below > 0);
    }

    String inWords() {
        return inWords;
    }
}
