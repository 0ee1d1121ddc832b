package io.exitbrain.chaos.load;

import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.ExchangeReport;
import io.exitbrain.demo.exchange.ExchangeSnapshot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Gives each event of a symbol a later time than the one before, so that the times alone tell the order over all topics. */
final class GrowingTimes implements ExchangeListener {

    private final ExchangeListener next;
    private final Map<String, Long> lastMs = new HashMap<>();

    GrowingTimes(ExchangeListener next) {
        this.next = next;
    }

    @Override
    public void onMarkPrice(String symbol, BigDecimal mark, long timeMs) {
        next.onMarkPrice(symbol, mark, after(symbol, timeMs));
    }

    @Override
    public void onFill(ExchangeFill fill) {
        next.onFill(new ExchangeFill(
                fill.symbol(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fillId(),
                fill.orderId(),
                fill.reduceOnly(),
                after(fill.symbol(), fill.timeMs())));
    }

    @Override
    public void onPosition(ExchangeSnapshot snapshot) {
        next.onPosition(new ExchangeSnapshot(
                snapshot.symbol(),
                snapshot.position(),
                snapshot.mark(),
                snapshot.leverage(),
                after(snapshot.symbol(), snapshot.timeMs())));
    }

    @Override
    public void onReport(ExchangeReport report) {
        next.onReport(new ExchangeReport(
                report.symbol(),
                report.commandId(),
                report.status(),
                report.stopPrice(),
                report.reason(),
                after(report.symbol(), report.timeMs())));
    }

    private long after(String symbol, long timeMs) {
        return lastMs.merge(symbol, timeMs, (last, now) -> Math.max(last + 1, now));
    }
}
