package io.exitbrain.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Generated prices of some symbols, one symbol after the other. About one price in eight improves the best price of its symbol. About one
 * in twenty improves it so much that the stop must be moved. No price comes near the stop. The seed is fixed: every market is the same.
 */
public final class Market {

    /** The entry price of each position and its first mark price, which is beyond the activation of the default trail. */
    public static final String ENTRY = "100";

    public static final String FIRST_MARK = "103";

    private static final long SEED = 42;
    private static final int UNITS = 10_000;
    private static final int IMPROVING_PER_MILLE = 126;
    private static final int MAX_IMPROVEMENT_PPM = 465;
    private static final int MAX_DISTANCE_PPM = 8_000;
    private static final int MILLION = 1_000_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final long[] best;
    private final StringBuilder json = new StringBuilder();
    private long count;
    private int symbol;
    private long price;

    public Market(int symbols) {
        this.best = new long[symbols];
        Arrays.fill(best, Long.parseLong(FIRST_MARK) * UNITS);
    }

    /** Moves to the next price; the first price of each symbol is its first mark price. */
    public void next() {
        symbol = (int) (count % best.length);
        if (count >= best.length) {
            move();
        } else {
            price = best[symbol];
        }
        count++;
    }

    private void move() {
        if (random.nextInt(1_000) < IMPROVING_PER_MILLE) {
            best[symbol] += best[symbol] * random.nextInt(1, MAX_IMPROVEMENT_PPM + 1) / MILLION;
            price = best[symbol];
        } else {
            price = best[symbol] - best[symbol] * random.nextInt(MAX_DISTANCE_PPM) / MILLION;
        }
    }

    public int symbol() {
        return symbol;
    }

    /** The current price as the exchange sends it at {@code time}, epoch milliseconds. */
    public byte[] payload(long time) {
        json.setLength(0);
        json.append("{\"e\":\"markPriceUpdate\",\"E\":").append(time);
        json.append(",\"s\":\"").append(nameOf(symbol)).append("\",\"p\":\"");
        json.append(price / UNITS).append('.');
        String decimals = Long.toString(price % UNITS + UNITS);
        json.append(decimals, 1, decimals.length()).append("\"}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static String nameOf(int symbol) {
        return "S" + symbol + "USDT";
    }

    /** The number of the symbol with this {@code name}; -1 if it is not a symbol of a market. */
    public static int numberOf(String name) {
        return name.matches("S\\d{1,9}USDT") ? Integer.parseInt(name.substring(1, name.length() - 4)) : -1;
    }
}
