package io.exitbrain.chaos.load;

import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.ExchangeReport;
import io.exitbrain.demo.exchange.ExchangeSnapshot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the events of a symbol in order over all topics: each gets a later time than the one before, and is sent when the brokers have that
 * one. Otherwise the loss of a leader would change the order, and the audit could not know it.
 */
final class OrderedEvents implements ExchangeListener {

    private final ExchangeListener next;
    private final Runnable flush;
    private final Map<String, Long> lastMs = new HashMap<>();
    private final Set<String> onTheWay = new HashSet<>();

    /** {@code flush} returns when the brokers have everything that {@code next} got. */
    OrderedEvents(ExchangeListener next, Runnable flush) {
        this.next = next;
        this.flush = flush;
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
        if (!onTheWay.add(symbol)) {
            flush.run();
            onTheWay.clear();
            onTheWay.add(symbol);
        }
        return lastMs.merge(symbol, timeMs, (last, now) -> Math.max(last + 1, now));
    }
}
