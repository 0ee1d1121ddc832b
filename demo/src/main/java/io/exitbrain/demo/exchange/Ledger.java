package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The exchange's books: how many fills there were, and what each trade brought. */
public final class Ledger implements ExchangeListener {

    private final List<Trade> trades = new ArrayList<>();
    private long fills;

    @Override
    public void filled(Fill fill) {
        fills++;
    }

    @Override
    public void closed(Trade trade) {
        trades.add(trade);
    }

    public long fills() {
        return fills;
    }

    public List<Trade> trades() {
        return List.copyOf(trades);
    }

    /** Realised by all closed trades, in the quote currency. */
    public BigDecimal profit() {
        return trades.stream().map(Trade::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
