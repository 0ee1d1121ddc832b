package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** The position and the mark price of one symbol. Every fill is booked here. */
final class ExchangeAccount {

    private final Listing listing;
    private final ExchangeListener listener;
    private ExchangePosition position = ExchangePosition.FLAT;
    private BigDecimal mark;
    private long lastFill;
    private boolean changed;
    /** Each event of the symbol has its own time, so that their order is clear. */
    private long lastTimeMs;

    ExchangeAccount(Listing listing, ExchangeListener listener) {
        this.listing = listing;
        this.listener = listener;
        this.mark = listing.startPrice();
    }

    Listing listing() {
        return listing;
    }

    ExchangePosition position() {
        return position;
    }

    BigDecimal mark() {
        return mark;
    }

    /** The side of an order that would close the position. */
    TradeSide closingSide() {
        return position.sign() > 0 ? TradeSide.SELL : TradeSide.BUY;
    }

    /** Sets a position that was opened before the demo started. It has no fills. */
    void inherit(ExchangePosition inherited) {
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
        listener.onPosition(new ExchangeSnapshot(listing.symbol(), position, mark, listing.leverage(), stamp(nowMs)));
    }

    void mark(BigDecimal newMark, long nowMs) {
        mark = newMark;
        listener.onMarkPrice(listing.symbol(), mark, stamp(nowMs));
    }

    /** A market order of a signed quantity. An order that flips the position becomes two fills: one closes, one opens. */
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

    /** Closes at most {@code quantity} at {@code price}. A reduce-only order never opens a position. */
    void reduce(BigDecimal quantity, BigDecimal price, String orderId, long nowMs) {
        BigDecimal closed = quantity.min(position.quantity().abs());
        if (closed.signum() > 0) {
            fill(closed.multiply(BigDecimal.valueOf(-position.sign())), price, orderId, true, nowMs);
        }
    }

    private void fill(BigDecimal quantity, BigDecimal price, String orderId, boolean reduceOnly, long nowMs) {
        position = position.after(quantity, price);
        changed = true;
        TradeSide side = TradeSide.of(quantity);
        String fillId = Long.toString(++lastFill);
        ExchangeFill fill = new ExchangeFill(
                listing.symbol(), side, price, quantity.abs(), fillId, orderId, reduceOnly, stamp(nowMs));
        listener.onFill(fill);
        if (position.isFlat()) {
            settle(fill);
        }
    }

    private void settle(ExchangeFill last) {
        BigDecimal largest = last.side() == TradeSide.SELL
                ? position.largest()
                : position.largest().negate();
        ClosedTrade trade = new ClosedTrade(
                listing.symbol(), largest, last.price(), position.profit(), last.orderId(), last.timeMs());
        position = ExchangePosition.FLAT;
        listener.onTradeClosed(trade);
    }

    private long stamp(long nowMs) {
        lastTimeMs = Math.max(nowMs, lastTimeMs + 1);
        return lastTimeMs;
    }
}
