package io.exitbrain.chaos.load;

import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.TradeSide;
import io.exitbrain.topology.context.SymbolPartition;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One symbol in each partition of which each record leads to a command: opened, two better prices, closed, and again. */
public final class Probes {

    /** The time from one record of a probe to its next. */
    public static final long STEP_MS = 200;

    private static final BigDecimal ENTRY = new BigDecimal("100");
    private static final List<BigDecimal> BETTER = List.of(new BigDecimal("104"), new BigDecimal("108"));
    private static final int STEPS = BETTER.size() + 2;

    private final List<String> symbols;
    private final ExchangeListener sink;
    private long steps;

    Probes(int partitions, ExchangeListener sink) {
        this.symbols = symbols(partitions);
        this.sink = sink;
    }

    /** The probe of each partition, in the order of the partitions. */
    public static List<String> symbols(int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> Stream.iterate(0, number -> number + 1)
                        .map(number -> "PROBE%dUSDT".formatted(number))
                        .filter(symbol -> SymbolPartition.of(symbol, partitions) == partition)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    void step(long nowMs) {
        int step = (int) (steps % STEPS);
        symbols.forEach(symbol -> step(symbol, step, nowMs));
        steps++;
    }

    private void step(String symbol, int step, long nowMs) {
        if (step == 0) {
            fill(symbol, TradeSide.BUY, ENTRY, nowMs);
        } else if (step <= BETTER.size()) {
            sink.onMarkPrice(symbol, BETTER.get(step - 1), nowMs);
        } else {
            fill(symbol, TradeSide.SELL, BETTER.get(BETTER.size() - 1), nowMs);
        }
    }

    private void fill(String symbol, TradeSide side, BigDecimal price, long nowMs) {
        String id = Long.toString(steps + 1);
        boolean closes = side == TradeSide.SELL;
        sink.onFill(new ExchangeFill(symbol, side, price, BigDecimal.ONE, id, id, closes, nowMs));
    }
}
