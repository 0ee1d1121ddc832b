package io.exitbrain.benchmarks.latency;

/** The symbols of fills: each is new, so each fill opens a position. */
final class FillSymbols {

    private FillSymbols() {}

    static String nameOf(long fill) {
        return "F" + fill + "USDT";
    }

    /** The number of the fill of {@code symbol}; -1 for a symbol of no fill. */
    static long numberOf(String symbol) {
        return symbol.matches("F\\d{1,9}USDT") ? Long.parseLong(symbol.substring(1, symbol.length() - 4)) : -1;
    }
}
