package io.exitbrain.serdes.price;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** The names that a mark price may have, by our own names or as Binance's markPriceUpdate, and their places. */
final class PriceNames {

    // Symbol, price and time by their names, then what else a mark price has.
    private static final byte[][] KNOWN = Stream.of(
                    "symbol",
                    "s",
                    "markPrice",
                    "price",
                    "p",
                    "time",
                    "E",
                    "timestamp",
                    "ts",
                    "e",
                    "r",
                    "P",
                    "i",
                    "T",
                    "ap")
            .map(name -> name.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    static final int COUNT = KNOWN.length;

    static final int SYMBOL = 0;
    static final int PRICE = 2;
    static final int TIME = 5;
    static final int EVENT = 9;
    static final int FUNDING_RATE = 10;
    static final int ESTIMATE = 11;
    static final int SHORT_SYMBOL = 1;
    static final int SHORT_PRICE = 4;
    static final int SHORT_TIME = 6;

    static final byte[] MARK_PRICE_UPDATE = "markPriceUpdate".getBytes(StandardCharsets.US_ASCII);

    private PriceNames() {}

    /** The place of the name from {@code start} to {@code end}, or -1. */
    static int of(byte[] json, int start, int end) {
        int name = likely(end - start, json[start]);
        boolean isName = name >= 0 && Arrays.equals(json, start, end, KNOWN[name], 0, KNOWN[name].length);
        return isName ? name : -1;
    }

    /** The one known name with this length and first byte, or -1. */
    private static int likely(int length, byte first) {
        return switch (length) {
            case 1 -> letter(first);
            case 2 -> first == 't' ? 8 : 14;
            case 4 -> 5;
            case 5 -> 3;
            case 6 -> SYMBOL;
            case 9 -> first == 'm' ? PRICE : 7;
            default -> -1;
        };
    }

    private static int letter(byte first) {
        return switch (first) {
            case 's' -> SHORT_SYMBOL;
            case 'p' -> SHORT_PRICE;
            case 'E' -> SHORT_TIME;
            case 'e' -> EVENT;
            case 'r' -> FUNDING_RATE;
            case 'P' -> ESTIMATE;
            case 'i' -> 12;
            case 'T' -> 13;
            default -> -1;
        };
    }
}
