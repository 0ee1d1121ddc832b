package io.exitbrain.demo;

import io.exitbrain.demo.exchange.ClosedTrade;
import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.ExchangeReport;
import io.exitbrain.demo.exchange.ExchangeSnapshot;
import java.math.BigDecimal;
import java.util.List;

/** Passes every event of the exchange to several listeners, in order. */
record CompositeListener(List<ExchangeListener> listeners) implements ExchangeListener {

    @Override
    public void onMarkPrice(String symbol, BigDecimal mark, long timeMs) {
        listeners.forEach(listener -> listener.onMarkPrice(symbol, mark, timeMs));
    }

    @Override
    public void onFill(ExchangeFill fill) {
        listeners.forEach(listener -> listener.onFill(fill));
    }

    @Override
    public void onPosition(ExchangeSnapshot snapshot) {
        listeners.forEach(listener -> listener.onPosition(snapshot));
    }

    @Override
    public void onReport(ExchangeReport report) {
        listeners.forEach(listener -> listener.onReport(report));
    }

    @Override
    public void onTradeClosed(ClosedTrade trade) {
        listeners.forEach(listener -> listener.onTradeClosed(trade));
    }
}
