package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded prices and traders; one step is one simulated second. The same seed and the same commands give the same
 * events.
 */
public final class PaperMarket {

    /** Simulated time of one step; real exchanges publish mark prices at this rate. */
    public static final long STEP_MS = 1_000;

    private static final int STEPS_PER_FULL_SNAPSHOT = 30;
    private static final int OPENED_AT_ONCE = 3;
    private static final BigDecimal INHERITED_NOTIONAL = new BigDecimal("2500");

    private final PaperExchange exchange;
    private final List<SymbolMarket> markets = new ArrayList<>();
    private long steps;

    /** Each symbol has its own random numbers, so that a command for one symbol never changes the prices of another. */
    private record SymbolMarket(Listing listing, PriceWalk walk, Trader trader) {}

    public PaperMarket(long seed, PaperExchange exchange) {
        this.exchange = exchange;
        SplittableRandom random = new SplittableRandom(seed);
        for (Listing listing : exchange.listings()) {
            PriceWalk walk = new PriceWalk(listing, random.split());
            markets.add(new SymbolMarket(listing, walk, new Trader(listing.symbol(), random.split())));
        }
    }

    /** Opens positions that the engine knows only from snapshots: longs and shorts, with profit and with loss. */
    public void inheritPositions(long nowMs) {
        inherit("BTCUSDT", 1, "0.955");
        inherit("ETHUSDT", -1, "1.048");
        inherit("BNBUSDT", 1, "1.002");
        inherit("XRPUSDT", -1, "0.998");
        inherit("ADAUSDT", 1, "0.985");
        inherit("LTCUSDT", -1, "1.020");
        inherit("TRXUSDT", 1, "1.001");
        exchange.publishAll(nowMs);
    }

    /** Plays one simulated second: publishes changes, moves prices, matches orders, lets traders act. */
    public void step(long nowMs) {
        if (steps % STEPS_PER_FULL_SNAPSHOT == 0) {
            exchange.publishAll(nowMs);
        } else {
            exchange.publishChanges(nowMs);
        }
        markets.forEach(market ->
                exchange.price(market.listing().symbol(), market.walk().next(), nowMs));
        if (steps == 0) {
            openSome(nowMs);
        } else {
            markets.forEach(market -> market.trader().step(exchange, market.listing(), nowMs));
        }
        steps++;
    }

    /** Opens some positions at once, so that the demo has something to show from the start. */
    private void openSome(long nowMs) {
        markets.stream()
                .filter(market -> exchange.position(market.listing().symbol()).isFlat())
                .limit(OPENED_AT_ONCE)
                .forEach(market -> market.trader().open(exchange, market.listing(), nowMs));
    }

    private void inherit(String symbol, int sign, String entryShareOfMark) {
        BigDecimal mark = exchange.mark(symbol);
        Listing listing = exchange.listings().stream()
                .filter(contract -> contract.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        BigDecimal lots = listing.lotsWorth(INHERITED_NOTIONAL, mark).multiply(BigDecimal.valueOf(sign));
        exchange.inherit(symbol, lots, listing.toTick(mark.multiply(new BigDecimal(entryShareOfMark))));
    }
}
