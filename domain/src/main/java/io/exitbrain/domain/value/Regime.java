package io.exitbrain.domain.value;

/** The market's character, given by the context or inferred from volatility and trend (rule 2.2). */
public enum Regime {
    NORMAL,
    TREND,
    RANGE,
    VOLATILE,
    CHOP
}
