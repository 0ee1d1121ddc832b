package io.exitbrain.benchmarks.pieces;

import io.exitbrain.domain.ExitRules;
import io.exitbrain.domain.MarkPrice;
import io.exitbrain.domain.QuietBand;
import io.exitbrain.domain.Step;
import io.exitbrain.domain.SymbolState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a price does to a stop. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StopEvaluation {

    private final SymbolState state = Symbol.armed();
    private final QuietBand band = QuietBand.of(state, Symbol.AROUND);
    private final MarkPrice quiet = Symbol.priceAt("102.9");
    private final long quietUnscaled = quiet.price().unscaledValue().longValueExact();
    private final MarkPrice improving = Symbol.priceAt("103.02");
    private final long improvingUnscaled = improving.price().unscaledValue().longValueExact();
    private final MarkPrice moving = Symbol.priceAt("103.2");

    /** As the engine asks first: most prices end here. */
    @Benchmark
    public boolean quietPrice() {
        return band.contains(quietUnscaled, quiet.price().scale(), quiet.time());
    }

    @Benchmark
    public Step quietPriceByRules() {
        return ExitRules.decide(state, quiet, Symbol.AROUND);
    }

    /** Better than the best, by less than the least step: as the engine asks first, and what it keeps. */
    @Benchmark
    public QuietBand improvingPrice() {
        boolean improves = !band.contains(improvingUnscaled, improving.price().scale(), improving.time())
                && band.improves(improvingUnscaled, improving.price().scale(), improving.time());
        return improves ? band.improvedTo(improvingUnscaled, improving.price().scale()) : band;
    }

    @Benchmark
    public Step improvingPriceByRules() {
        return ExitRules.decide(state, improving, Symbol.AROUND);
    }

    /** So much better that a command follows. */
    @Benchmark
    public Step movingPrice() {
        return ExitRules.decide(state, moving, Symbol.AROUND);
    }
}
