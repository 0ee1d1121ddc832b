package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** What is held of one symbol and at which mark; every trade goes through here. */
final class Account {

    private final Instrument instrument;
    private final ExchangeListener listener;
    private Position position = Position.FLAT;
    private BigDecimal mark;
    private long lastFill;
    private boolean changed;
    /** Every word about the symbol has a time of its own, so that nobody can mistake which came first. */
    private long lastTimeMs;

    Account(Instrument instrument, ExchangeListener listener) {
        this.instrument = instrument;
        this.listener = listener;
        this.mark = instrument.startPrice();
    }

    Instrument instrument() {
        return instrument;
    }

    Position position() {
        return position;
    }

    BigDecimal mark() {
        return mark;
    }

    /** The side of an order that would close the position. */
    OrderSide closingSide() {
        return position.sign() > 0 ? OrderSide.SELL : OrderSide.BUY;
    }

    /** A position from before anybody looked: no fill tells of it. */
    void inherit(Position inherited) {
        position = inherited;
        changed = true;
    }

    void publishIfChanged(long nowMs) {
        if (changed) {
            publish(nowMs);
        }
    }

    void publish(long nowMs) {
        changed = false;
        listener.held(new Snapshot(instrument.symbol(), position, mark, instrument.leverage(), stamp(nowMs)));
    }

    void mark(BigDecimal newMark, long nowMs) {
        mark = newMark;
        listener.priced(instrument.symbol(), mark, stamp(nowMs));
    }

    /** A market order of a signed quantity; one that would go through zero closes first and opens the rest. */
    void trade(BigDecimal quantity, String orderId, long nowMs) {
        BigDecimal open = position.quantity();
        boolean closes = quantity.signum() == -open.signum();
        if (closes && quantity.abs().compareTo(open.abs()) > 0) {
            fill(open.negate(), mark, orderId, false, nowMs);
            fill(quantity.add(open), mark, orderId, false, nowMs);
        } else {
            fill(quantity, mark, orderId, false, nowMs);
        }
    }

    /** Closes up to so much at the price: reduce-only never opens. */
    void reduce(BigDecimal quantity, BigDecimal price, String orderId, long nowMs) {
        BigDecimal closed = quantity.min(position.quantity().abs());
        if (closed.signum() > 0) {
            fill(closed.multiply(BigDecimal.valueOf(-position.sign())), price, orderId, true, nowMs);
        }
    }

    private void fill(BigDecimal quantity, BigDecimal price, String orderId, boolean reduceOnly, long nowMs) {
        position = position.after(quantity, price);
        changed = true;
        OrderSide side = OrderSide.of(quantity);
        String fillId = Long.toString(++lastFill);
        Fill fill =
                new Fill(instrument.symbol(), side, price, quantity.abs(), fillId, orderId, reduceOnly, stamp(nowMs));
        listener.filled(fill);
        if (position.isFlat()) {
            settle(fill);
        }
    }

    private void settle(Fill last) {
        BigDecimal largest = last.side() == OrderSide.SELL
                ? position.largest()
                : position.largest().negate();
        Trade trade =
                new Trade(instrument.symbol(), largest, last.price(), position.profit(), last.orderId(), last.timeMs());
        position = Position.FLAT;
        listener.closed(trade);
    }

    private long stamp(long nowMs) {
        lastTimeMs = Math.max(nowMs, lastTimeMs + 1);
        return lastTimeMs;
    }
}
