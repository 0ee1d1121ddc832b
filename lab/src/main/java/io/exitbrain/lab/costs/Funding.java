package io.exitbrain.lab.costs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The funding rates of each symbol by the time at which they are paid, epoch milliseconds. A rate is a share of the value of the position;
 * at a positive rate longs pay and shorts receive.
 */
public record Funding(Map<String, Map<Long, Double>> bySymbol) {

    /** No funding is paid. */
    public static final Funding NONE = new Funding(Map.of());

    /** A payment. */
    public record Payment(long time, double rate) {}

    public Funding {
        bySymbol = Map.copyOf(bySymbol);
    }

    /** The payments of {@code symbol} in the order of time. */
    public List<Payment> of(String symbol) {
        return new TreeMap<>(bySymbol.getOrDefault(symbol, Map.of()))
                .entrySet().stream()
                        .map(entry -> new Payment(entry.getKey(), entry.getValue()))
                        .toList();
    }
}
