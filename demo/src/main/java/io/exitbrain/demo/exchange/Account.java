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
        listener.held(new Snapshot(instrument.symbol(), position, mark, instrument.leverage(), nowMs));
    }

    void mark(BigDecimal newMark, long nowMs) {
        mark = newMark;
        listener.priced(instrument.symbol(), mark, nowMs);
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
        listener.filled(new Fill(instrument.symbol(), side, price, quantity.abs(), fillId, orderId, reduceOnly, nowMs));
        if (position.isFlat()) {
            settle(side, price, nowMs);
        }
    }

    private void settle(OrderSide closedBy, BigDecimal price, long nowMs) {
        BigDecimal largest = closedBy == OrderSide.SELL
                ? position.largest()
                : position.largest().negate();
        Trade trade = new Trade(instrument.symbol(), largest, price, position.profit(), nowMs);
        position = Position.FLAT;
        listener.closed(trade);
    }
}
