package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Counts fills and keeps the closed trades. */
public final class Ledger implements ExchangeListener {

    private final List<ClosedTrade> trades = new ArrayList<>();
    private long fills;

    @Override
    public void onFill(ExchangeFill fill) {
        fills++;
    }

    @Override
    public void onTradeClosed(ClosedTrade trade) {
        trades.add(trade);
    }

    public long fills() {
        return fills;
    }

    public List<ClosedTrade> trades() {
        return List.copyOf(trades);
    }

    /** The realised profit of all closed trades, in the quote currency. */
    public BigDecimal profit() {
        return trades.stream().map(ClosedTrade::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
