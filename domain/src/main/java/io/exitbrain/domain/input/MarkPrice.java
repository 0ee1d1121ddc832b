package io.exitbrain.domain.input;

import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;

/** The price that stops are compared with ({@code mark-prices}); {@code time} is exchange time, epoch milliseconds. */
public record MarkPrice(String symbol, BigDecimal price, long time) implements Input {

    public MarkPrice {
        Require.positive("markPrice", price);
    }

    @Override
    public String describe() {
        return price.toPlainString();
    }
}
