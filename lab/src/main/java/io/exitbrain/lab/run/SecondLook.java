package io.exitbrain.lab.run;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.lab.history.HistorySink;
import io.exitbrain.lab.simulation.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the recording once more, for what can be drawn: the prices around some trades, and a thinned series of each symbol. */
final class SecondLook implements HistorySink {

    private final Simulation simulation;
    private final Map<String, List<Thinned>> drawn = new HashMap<>();
    private final Map<String, PriceSeries> series = new HashMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final long stepMs;

    /** {@code simulation} runs the trades that are drawn; {@code stepMs} is the step of the series, 0 for none. */
    SecondLook(Simulation simulation, long stepMs) {
        this.simulation = simulation;
        this.stepMs = stepMs;
    }

    /** The prices of {@code symbol} in a span of time are drawn. */
    void draw(String symbol, Thinned prices) {
        drawn.computeIfAbsent(symbol, name -> new ArrayList<>()).add(prices);
    }

    Map<String, PriceSeries> series() {
        return series;
    }

    Map<String, Instrument> instruments() {
        return instruments;
    }

    @Override
    public void price(String symbol, long unscaled, int scale, long time) {
        simulation.price(symbol, unscaled, scale, time);
        double price = Simulation.price(unscaled, scale);
        List<Thinned> around = drawn.get(symbol);
        if (around != null) {
            around.forEach(prices -> prices.price(price, time));
        }
        if (stepMs > 0) {
            @Nullable PriceSeries known = series.get(symbol);
            if (known == null) {
                known = new PriceSeries(stepMs);
                series.put(symbol, known);
            }
            known.price(price, time);
        }
    }

    @Override
    public void fill(Fill fill, int line) {
        simulation.fill(fill, line);
    }

    @Override
    public void positions(String symbol, PositionUpdate update) {
        simulation.positions(symbol, update);
    }

    @Override
    public void report(ExecutionReport report) {
        simulation.report(report);
    }

    @Override
    public void instrument(String symbol, Optional<Instrument> instrument) {
        simulation.instrument(symbol, instrument);
        instrument.ifPresent(known -> instruments.put(symbol, known));
    }

    @Override
    public void context(String key, Optional<ExitContext> context) {
        simulation.context(key, context);
    }

    @Override
    public void command(StopCommand command) {
        simulation.command(command);
    }

    @Override
    public void progress(double share) {
        simulation.progress(share);
    }
}
