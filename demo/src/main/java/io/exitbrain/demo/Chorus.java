package io.exitbrain.demo;

import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.ExecutionReport;
import io.exitbrain.demo.exchange.Fill;
import io.exitbrain.demo.exchange.Snapshot;
import io.exitbrain.demo.exchange.Trade;
import java.math.BigDecimal;
import java.util.List;

/** Several listeners where the exchange expects one, each told in turn. */
record Chorus(List<ExchangeListener> voices) implements ExchangeListener {

    @Override
    public void priced(String symbol, BigDecimal mark, long timeMs) {
        voices.forEach(voice -> voice.priced(symbol, mark, timeMs));
    }

    @Override
    public void filled(Fill fill) {
        voices.forEach(voice -> voice.filled(fill));
    }

    @Override
    public void held(Snapshot snapshot) {
        voices.forEach(voice -> voice.held(snapshot));
    }

    @Override
    public void reported(ExecutionReport report) {
        voices.forEach(voice -> voice.reported(report));
    }

    @Override
    public void closed(Trade trade) {
        voices.forEach(voice -> voice.closed(trade));
    }
}
