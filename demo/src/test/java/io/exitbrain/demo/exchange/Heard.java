package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes down what an exchange says, one line an event. */
final class Heard implements ExchangeListener {

    final List<Fill> fills = new ArrayList<>();
    final List<ExecutionReport> reports = new ArrayList<>();
    final List<Snapshot> snapshots = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();
    final List<String> everything = new ArrayList<>();

    @Override
    public void priced(String symbol, BigDecimal mark, long timeMs) {
        everything.add("%s %s @%d".formatted(symbol, mark, timeMs));
    }

    @Override
    public void filled(Fill fill) {
        fills.add(fill);
        everything.add(fill.toString());
    }

    @Override
    public void held(Snapshot snapshot) {
        snapshots.add(snapshot);
        everything.add(snapshot.toString());
    }

    @Override
    public void reported(ExecutionReport report) {
        reports.add(report);
        everything.add(report.toString());
    }

    @Override
    public void closed(Trade trade) {
        trades.add(trade);
        everything.add(trade.toString());
    }

    List<String> statuses() {
        return reports.stream()
                .map(report -> report.commandId() + " " + report.status())
                .toList();
    }
}
