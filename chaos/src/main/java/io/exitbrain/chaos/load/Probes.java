package io.exitbrain.chaos.load;

import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.TradeSide;
import io.exitbrain.topology.context.SymbolPartition;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One symbol in each partition of which each record leads to a command: opened (PLACE), closed (CANCEL), and again. */
public final class Probes {

    /** The time from one record of a probe to its next. */
    public static final long STEP_MS = 200;

    private static final BigDecimal PRICE = new BigDecimal("100");

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
        TradeSide side = steps % 2 == 0 ? TradeSide.BUY : TradeSide.SELL;
        symbols.forEach(symbol -> fill(symbol, side, nowMs));
        steps++;
    }

    private void fill(String symbol, TradeSide side, long nowMs) {
        String id = Long.toString(steps + 1);
        boolean closes = side == TradeSide.SELL;
        sink.onFill(new ExchangeFill(symbol, side, PRICE, BigDecimal.ONE, id, id, closes, nowMs));
    }
}
