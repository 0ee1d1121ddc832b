package io.exitbrain.lab.simulation;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.input.SymbolPositions;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.exchange.Prices;
import io.exitbrain.lab.recorded.RecordedEngine;
import io.exitbrain.lab.rules.RuleRun;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All trades of one symbol, in one pass over its records in their order. For one thread. */
final class SymbolSimulation {

    private final Settings settings;
    private final Tally tally;
    private final RecordedEngine engine;
    private final Openings openings;
    private final Map<PositionSide, SideTrades> sides = new EnumMap<>(PositionSide.class);
    private final List<RecordedTrade> watched = new ArrayList<>();
    private final Deque<Funding.Payment> payments;
    private final Map<PositionSide, BigDecimal> leverages = new HashMap<>();
    private SymbolPositions held = SymbolPositions.NONE;
    private long markUnscaled;
    private int markScale;
    private long markTime = -1;
    private long prices;
    private long stalePrices;
    private long evaluations;

    SymbolSimulation(String symbol, Settings settings) {
        this.settings = settings;
        this.tally = new Tally(settings);
        this.openings = new Openings(symbol, settings);
        this.engine = new RecordedEngine(
                new RuleRun(symbol, settings.baseline().policy(), Instrument.UNKNOWN, ExitContext.NONE),
                command -> side(command.positionSide()).derived(command));
        this.payments = new ArrayDeque<>(settings.funding().of(symbol));
    }

    private SideTrades side(PositionSide positionSide) {
        return sides.computeIfAbsent(positionSide, side -> new SideTrades(side, settings, engine, tally));
    }

    /** The filters or the context of the symbol changed. */
    void become(Instrument instrument, ExitContext context) {
        engine.rules().become(instrument, context);
        openings.become(instrument, context);
        forEachRuled(run -> run.become(instrument, context));
    }

    private void forEachRuled(Consumer<RuledTrade> action) {
        watched.forEach(trade -> trade.watch().forEachOpen(run -> {
            if (run instanceof RuledTrade ruled) {
                action.accept(ruled);
            }
        }));
    }

    /** A mark price {@code unscaled} times 10^-{@code scale} at {@code time}, epoch milliseconds. */
    void price(long unscaled, int scale, long time) {
        if (time < markTime) {
            stalePrices++;
            return;
        }
        prices++;
        passTimeTo(time);
        double price = Prices.value(unscaled, scale);
        for (int i = 0; i < watched.size(); i++) {
            OpeningWatch watch = watched.get(i).watch();
            evaluations += watch.countOpen();
            watch.price(unscaled, scale, price, time);
        }
        engine.price(unscaled, scale, time);
        markUnscaled = unscaled;
        markScale = scale;
        markTime = time;
    }

    /** Pays funding, ends what is past its horizon, and marks a gap in the prices. */
    private void passTimeTo(long time) {
        while (!payments.isEmpty() && payments.getFirst().time() <= time) {
            Funding.Payment payment = payments.removeFirst();
            double price = Prices.value(markUnscaled, markScale);
            watched.forEach(trade -> trade.watch().forEachOpen(run -> run.fund(payment, price)));
        }
        while (!watched.isEmpty() && watched.get(0).watch().isOver(time)) {
            finish(watched.remove(0));
        }
        if (markTime >= 0
                && time - markTime > settings.baseline().policy().stop().maxPriceAgeMs()) {
            watched.forEach(trade -> trade.watch().gapUntil(time));
        }
    }

    private void finish(RecordedTrade trade) {
        settings.hooks().finished().ifPresent(listener -> listener.accept(trade.stopHistory()));
        tally.add(trade.comparedExit());
        tally.add(trade.trades());
    }

    /** A fill on line {@code line} of the input. */
    void fill(Fill fill, int line) {
        switch (engine.rules().state().fills().verdictOn(fill)) {
            case NEW -> newFill(fill.withLeverageFrom(held), line);
            case SEEN -> tally.count(Count.DUPLICATE_FILLS, 1);
            case CONTRADICTORY -> tally.count(Count.CONTRADICTORY_FILLS, 1);
        }
    }

    private void newFill(Fill known, int line) {
        Optional<Mark> newest = mark();
        side(known.positionSide())
                .take(known, newest, opened -> openings.open(opened, line, newest))
                .ifPresent(watched::add);
        engine.decided(engine.rules().fill(known));
    }

    private Optional<Mark> mark() {
        return markTime < 0
                ? Optional.empty()
                : Optional.of(new Mark(BigDecimal.valueOf(markUnscaled, markScale), markTime));
    }

    /** A record of the positions of the symbol. Rows never change a trade of a policy; the leverage that they tell does. */
    void positions(PositionUpdate update) {
        held = held.with(update);
        for (Snapshot row : update.snapshots()) {
            row.leverage().ifPresent(leverage -> told(row.positionSide(), leverage, row.time()));
            side(row.positionSide()).take(row, mark().map(Mark::price)).ifPresent(watched::remove);
        }
        if (update instanceof LeverageNotice notice) {
            told(notice.positionSide(), notice.leverage(), notice.time());
        }
        engine.decided(engine.rules().positions(update));
    }

    private void told(PositionSide side, BigDecimal leverage, long time) {
        BigDecimal before = leverages.put(side, leverage);
        if (before == null || before.compareTo(leverage) != 0) {
            forEachRuled(run -> run.told(side, leverage, time));
        }
    }

    void report(ExecutionReport report) {
        engine.reported(report);
        engine.decided(engine.rules().report(report));
    }

    /** A command of the engine, as recorded. */
    void command(StopCommand command) {
        engine.sent(command);
        side(command.positionSide()).recorded(command);
    }

    /** There are no more records. */
    Tally end() {
        watched.forEach(this::finish);
        watched.clear();
        tally.count(Count.PRICES, prices);
        tally.count(Count.STALE_PRICES, stalePrices);
        tally.count(Count.EVALUATIONS, evaluations);
        return tally;
    }
}
