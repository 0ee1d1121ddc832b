package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.SplittableRandom;

/** A seeded trader of one symbol: opens, increases, reduces and closes positions. */
final class Trader {

    private static final int MIN_NOTIONAL = 800;
    private static final int MAX_NOTIONAL = 6_000;
    private static final int STEPS_PER_OPENING = 25;
    private static final int STEPS_PER_ADD = 160;
    private static final int STEPS_PER_PARTIAL_CLOSE = 220;
    private static final int STEPS_PER_CLOSE = 500;
    private static final int REST_STEPS = 8;
    private static final BigDecimal ADDED_SHARE = new BigDecimal("0.4");
    private static final BigDecimal CLOSED_SHARE = new BigDecimal("0.3");

    private final String symbol;
    private final SplittableRandom random;
    private int restStepsLeft;

    Trader(String symbol, SplittableRandom random) {
        this.symbol = symbol;
        this.random = random;
    }

    void step(PaperExchange exchange, Listing listing, long nowMs) {
        ExchangePosition position = exchange.position(symbol);
        if (!position.isFlat()) {
            restStepsLeft = REST_STEPS;
            manage(exchange, listing, position, nowMs);
        } else if (--restStepsLeft < 0 && oneIn(STEPS_PER_OPENING)) {
            open(exchange, listing, nowMs);
        }
    }

    void open(PaperExchange exchange, Listing listing, long nowMs) {
        BigDecimal notional = BigDecimal.valueOf(random.nextInt(MIN_NOTIONAL, MAX_NOTIONAL));
        BigDecimal lots = listing.lotsWorth(notional, exchange.mark(symbol));
        send(exchange, random.nextBoolean() ? lots : lots.negate(), nowMs);
    }

    private void manage(PaperExchange exchange, Listing listing, ExchangePosition position, long nowMs) {
        if (oneIn(STEPS_PER_ADD)) {
            send(exchange, share(listing, position, ADDED_SHARE), nowMs);
        } else if (oneIn(STEPS_PER_PARTIAL_CLOSE)) {
            send(exchange, share(listing, position, CLOSED_SHARE).negate(), nowMs);
        } else if (oneIn(STEPS_PER_CLOSE)) {
            send(exchange, position.quantity().negate(), nowMs);
        }
    }

    private void send(PaperExchange exchange, BigDecimal quantity, long nowMs) {
        if (quantity.signum() != 0) {
            exchange.order(symbol, quantity, nowMs);
        }
    }

    private static BigDecimal share(Listing listing, ExchangePosition position, BigDecimal share) {
        BigDecimal lots = listing.toLots(position.quantity().abs().multiply(share));
        return position.sign() > 0 ? lots : lots.negate();
    }

    private boolean oneIn(int steps) {
        return random.nextInt(steps) == 0;
    }
}
