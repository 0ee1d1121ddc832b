package io.exitbrain.domain.value;

import java.math.BigDecimal;

/** The newest mark price of a symbol and its time, epoch milliseconds. */
public record Mark(BigDecimal price, long time) {}
