package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Keeps all events of an exchange. */
final class RecordingListener implements ExchangeListener {

    final List<ExchangeFill> fills = new ArrayList<>();
    final List<ExchangeReport> reports = new ArrayList<>();
    final List<ExchangeSnapshot> snapshots = new ArrayList<>();
    final List<ClosedTrade> trades = new ArrayList<>();
    final List<String> everything = new ArrayList<>();

    @Override
    public void onMarkPrice(String symbol, BigDecimal mark, long timeMs) {
        everything.add("%s %s @%d".formatted(symbol, mark, timeMs));
    }

    @Override
    public void onFill(ExchangeFill fill) {
        fills.add(fill);
        everything.add(fill.toString());
    }

    @Override
    public void onPosition(ExchangeSnapshot snapshot) {
        snapshots.add(snapshot);
        everything.add(snapshot.toString());
    }

    @Override
    public void onReport(ExchangeReport report) {
        reports.add(report);
        everything.add(report.toString());
    }

    @Override
    public void onTradeClosed(ClosedTrade trade) {
        trades.add(trade);
        everything.add(trade.toString());
    }

    List<String> statuses() {
        return reports.stream()
                .map(report -> report.commandId() + " " + report.status())
                .toList();
    }
}
