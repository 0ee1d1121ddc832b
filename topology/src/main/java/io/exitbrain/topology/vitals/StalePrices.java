package io.exitbrain.topology.vitals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The symbols with an open position whose prices are all ignored, because an earlier price had a later time. One price of a wrong clock
 * is enough: until that time comes, no price moves or triggers the stop.
 */
public final class StalePrices {

    /** Symbols that are remembered; more are not told one by one. */
    private static final int MAX_SYMBOLS = 1_000;

    /** A symbol without a price for this time is quiet, not blind. */
    private static final long REMEMBERED_MS = 10_000;

    private final Map<String, Blind> symbols = new ConcurrentHashMap<>();

    /**
     * A symbol whose prices are ignored.
     *
     * @param markMs the time of the newest price that counted, epoch milliseconds
     * @param prices the number of prices that were ignored since
     * @param sinceMs wall time of the first of them, epoch milliseconds
     * @param newestAtMs wall time of the last of them
     */
    public record Blind(long markMs, long prices, long sinceMs, long newestAtMs) {

        Blind again(long nowMs) {
            return new Blind(markMs, prices + 1, sinceMs, nowMs);
        }
    }

    /** A price of {@code symbol} was ignored at {@code nowMs}, wall clock; the newest price that counted has {@code markMs}. */
    void ignored(String symbol, long markMs, long nowMs) {
        if (symbols.size() < MAX_SYMBOLS || symbols.containsKey(symbol)) {
            symbols.merge(
                    symbol,
                    new Blind(markMs, 1, nowMs, nowMs),
                    (before, first) -> before.markMs() == markMs ? before.again(nowMs) : first);
        }
    }

    /** The symbols that have had only ignored prices for {@code minMs}, at {@code nowMs}, wall clock. */
    public Map<String, Blind> blindFor(long minMs, long nowMs) {
        List<String> over = symbols.entrySet().stream()
                .filter(one -> nowMs - one.getValue().newestAtMs() > REMEMBERED_MS)
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(symbols::remove);
        Map<String, Blind> blind = new TreeMap<>();
        symbols.forEach((symbol, one) -> {
            if (one.newestAtMs() - one.sinceMs() >= minMs) {
                blind.put(symbol, one);
            }
        });
        return blind;
    }
}
