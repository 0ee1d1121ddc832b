package io.exitbrain.lab.simulation;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.lab.exchange.Prices;
import io.exitbrain.lab.history.HistorySink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Runs the trades of a recording again: one pass over the records, all policies at once, the symbols shared among threads. The result does
 * not depend on the number of threads. The memory depends on the trades within the horizon and not on the length of the recording.
 */
public final class Simulation implements HistorySink {

    private static final String ACCOUNT = "*";

    private final Settings settings;
    private final DoubleConsumer progress;
    private final List<SymbolBatches> threads = new ArrayList<>();
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, ExitContext> contexts = new HashMap<>();

    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    private record Symbol(SymbolSimulation simulation, SymbolBatches thread) {}

    /** {@code progress} takes the share of the input that was read, 0 to 1. */
    public Simulation(Settings settings, int threads, DoubleConsumer progress) {
        this.settings = settings;
        this.progress = progress;
        for (int i = 0; i < threads; i++) {
            this.threads.add(new SymbolBatches("lab-" + i));
        }
    }

    /** The price {@code unscaled} times 10^-{@code scale}. */
    public static double price(long unscaled, int scale) {
        return Prices.value(unscaled, scale);
    }

    private Symbol symbol(String name) {
        Symbol known = symbols.get(name);
        return known == null ? added(name) : known;
    }

    private Symbol added(String name) {
        SymbolBatches thread = threads.get(symbols.size() % threads.size());
        Symbol added = new Symbol(new SymbolSimulation(name, settings), thread);
        symbols.put(name, added);
        become(name, added);
        return added;
    }

    private void become(String name, Symbol symbol) {
        Instrument instrument = instruments.getOrDefault(name, Instrument.UNKNOWN);
        ExitContext account = contexts.getOrDefault(ACCOUNT, ExitContext.NONE);
        ExitContext context = Optional.ofNullable(contexts.get(name))
                .map(own -> own.over(account))
                .orElse(account);
        act(symbol, simulation -> simulation.become(instrument, context));
    }

    private static void act(Symbol symbol, Consumer<SymbolSimulation> action) {
        try {
            symbol.thread().action(symbol.simulation(), action);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while trades were run", stopped);
    }

    @Override
    public void price(String name, long unscaled, int scale, long time) {
        seen(time);
        Symbol symbol = symbol(name);
        try {
            symbol.thread().price(symbol.simulation(), unscaled, scale, time);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    @Override
    public void fill(Fill fill, int line) {
        seen(fill.time());
        act(symbol(fill.symbol()), simulation -> simulation.fill(fill, line));
    }

    @Override
    public void positions(String name, PositionUpdate update) {
        act(symbol(name), simulation -> simulation.positions(update));
    }

    @Override
    public void report(ExecutionReport report) {
        act(symbol(report.symbol()), simulation -> simulation.report(report));
    }

    @Override
    public void instrument(String name, Optional<Instrument> instrument) {
        instrument.ifPresentOrElse(known -> instruments.put(name, known), () -> instruments.remove(name));
        become(name, symbol(name));
    }

    @Override
    public void context(String key, Optional<ExitContext> context) {
        context.ifPresentOrElse(told -> contexts.put(key, told), () -> contexts.remove(key));
        if (key.equals(ACCOUNT)) {
            symbols.forEach(this::become);
        } else {
            become(key, symbol(key));
        }
    }

    @Override
    public void command(StopCommand command) {
        act(symbol(command.symbol()), simulation -> simulation.command(command));
    }

    private void seen(long time) {
        from = Math.min(from, time);
        until = Math.max(until, time);
    }

    /** The time of the first price or fill, epoch milliseconds. */
    public long from() {
        return from;
    }

    /** The time of the last price or fill, epoch milliseconds. */
    public long until() {
        return until;
    }

    @Override
    public void progress(double share) {
        progress.accept(share);
    }

    /** There are no more records: waits for all threads. */
    public Simulated end() {
        try {
            for (SymbolBatches thread : threads) {
                thread.end();
            }
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
        Tally all = new Tally(settings);
        symbols.values().forEach(symbol -> all.add(symbol.simulation().end()));
        return all.simulated();
    }
}
