package io.exitbrain.benchmarks.pieces;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.input.Reading;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.serdes.price.PlainPrice;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading a mark price. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PriceParse {

    private static final String KEY = "S123USDT";
    private static final byte[] RAW_KEY = bytes(KEY);
    private static final long TIME = 1_764_000_000_000L;

    private final PlainPrice plain = new PlainPrice();
    private final MarkPriceReader reader = new MarkPriceReader();
    private final byte[] usual =
            bytes("{\"e\":\"markPriceUpdate\",\"E\":1764000000000,\"s\":\"S123USDT\",\"p\":\"103.4567\"}");

    // the nested object is not the usual shape, so the general reader reads it
    private final byte[] unusual =
            bytes("{\"e\":\"markPriceUpdate\",\"E\":1764000000000,\"s\":\"S123USDT\",\"p\":\"103.4567\",\"x\":{}}");

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The first reading of the engine, which creates no message; most prices need no other. */
    @Benchmark
    public long withoutMessage() {
        return plain.read(usual, RAW_KEY, TIME) ? plain.unscaled() : -1;
    }

    @Benchmark
    public Reading<MarkPrice> byteReader() {
        return reader.read(KEY, usual, TIME);
    }

    @Benchmark
    public Reading<MarkPrice> generalReader() {
        return reader.read(KEY, unusual, TIME);
    }
}
