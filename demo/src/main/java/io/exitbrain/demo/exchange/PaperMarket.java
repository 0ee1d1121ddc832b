package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The seeded world around the exchange: prices and traders, one step a simulated second. The same seed and the same
 * commands give the same events.
 */
public final class PaperMarket {

    /** How much simulated time one step is: the pace at which exchanges publish mark prices. */
    public static final long STEP_MS = 1_000;

    private static final int STEPS_PER_FULL_SNAPSHOT = 30;
    private static final int OPENED_AT_ONCE = 3;
    private static final BigDecimal INHERITED_NOTIONAL = new BigDecimal("2500");

    private final PaperExchange exchange;
    private final List<Street> streets = new ArrayList<>();
    private long steps;

    /** What one symbol has of its own, so that a command for one never changes the path of another. */
    private record Street(Instrument instrument, PriceWalk walk, Trader trader) {}

    public PaperMarket(long seed, PaperExchange exchange) {
        this.exchange = exchange;
        SplittableRandom random = new SplittableRandom(seed);
        for (Instrument listed : exchange.instruments()) {
            PriceWalk walk = new PriceWalk(listed, random.split());
            streets.add(new Street(listed, walk, new Trader(listed.symbol(), random.split())));
        }
    }

    /** The positions from before: winners and losers, longs and shorts, told of by snapshots only. */
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

    /** One simulated second: what changed is told, prices move, orders match, traders act. */
    public void step(long nowMs) {
        if (steps % STEPS_PER_FULL_SNAPSHOT == 0) {
            exchange.publishAll(nowMs);
        } else {
            exchange.publishChanges(nowMs);
        }
        streets.forEach(street ->
                exchange.price(street.instrument().symbol(), street.walk().next(), nowMs));
        if (steps == 0) {
            openSome(nowMs);
        } else {
            streets.forEach(street -> street.trader().step(exchange, street.instrument(), nowMs));
        }
        steps++;
    }

    /** A show that starts with nothing to see is a poor show. */
    private void openSome(long nowMs) {
        streets.stream()
                .filter(street ->
                        exchange.position(street.instrument().symbol()).isFlat())
                .limit(OPENED_AT_ONCE)
                .forEach(street -> street.trader().open(exchange, street.instrument(), nowMs));
    }

    private void inherit(String symbol, int sign, String entryShareOfMark) {
        BigDecimal mark = exchange.mark(symbol);
        Instrument instrument = exchange.instruments().stream()
                .filter(listed -> listed.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        BigDecimal lots = instrument.lotsWorth(INHERITED_NOTIONAL, mark).multiply(BigDecimal.valueOf(sign));
        exchange.inherit(symbol, lots, instrument.toTick(mark.multiply(new BigDecimal(entryShareOfMark))));
    }
}
