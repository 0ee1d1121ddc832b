package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.List;

/** The price that stops are measured against ({@code mark-prices}); {@code time} is exchange time, epoch milliseconds. */
public record MarkPrice(String symbol, BigDecimal price, long time, List<FieldFault> faults) implements Input {

    public MarkPrice {
        Require.positive("markPrice", price);
        faults = List.copyOf(faults);
    }

    public MarkPrice(String symbol, BigDecimal price, long time) {
        this(symbol, price, time, List.of());
    }

    @Override
    public String inWords() {
        return price.toPlainString();
    }

    @Override
    public void actOn(SymbolTurn turn) {
        turn.price(this);
    }
}
