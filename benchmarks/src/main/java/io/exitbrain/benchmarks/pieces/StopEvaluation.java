package io.exitbrain.benchmarks.pieces;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.quiet.QuietBand;
import io.exitbrain.domain.rules.ExitRules;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The effect of a price on a stop. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StopEvaluation {

    private final SymbolState state = ArmedSymbol.state();
    private final QuietBand band = QuietBand.of(state, ArmedSymbol.CONTEXT);
    private final MarkPrice quiet = ArmedSymbol.priceAt("102.9");
    private final long quietUnscaled = quiet.price().unscaledValue().longValueExact();
    private final MarkPrice improving = ArmedSymbol.priceAt("103.02");
    private final long improvingUnscaled = improving.price().unscaledValue().longValueExact();
    private final MarkPrice moving = ArmedSymbol.priceAt("103.2");

    /** The first check of the engine; most prices need no other. */
    @Benchmark
    public boolean quietPrice() {
        return band.contains(quietUnscaled, quiet.price().scale(), quiet.time());
    }

    @Benchmark
    public Step quietPriceByRules() {
        return ExitRules.onPrice(state, quiet, List.of(), ArmedSymbol.CONTEXT);
    }

    /** Better than the best price by less than the smallest step: the first checks of the engine, and the new band. */
    @Benchmark
    public QuietBand improvingPrice() {
        boolean improves = !band.contains(improvingUnscaled, improving.price().scale(), improving.time())
                && band.improves(improvingUnscaled, improving.price().scale(), improving.time());
        return improves ? band.improvedTo(improvingUnscaled, improving.price().scale()) : band;
    }

    @Benchmark
    public Step improvingPriceByRules() {
        return ExitRules.onPrice(state, improving, List.of(), ArmedSymbol.CONTEXT);
    }

    /** So much better than the best price that a command follows. */
    @Benchmark
    public Step movingPrice() {
        return ExitRules.onPrice(state, moving, List.of(), ArmedSymbol.CONTEXT);
    }
}
