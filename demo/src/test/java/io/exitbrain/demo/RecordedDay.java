package io.exitbrain.demo;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.lab.history.HistoryReader;
import io.exitbrain.lab.history.HistorySink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the lab reads of the recording of a demo. */
final class RecordedDay implements HistorySink {

    private final Map<String, List<Integer>> fillIds = new TreeMap<>();
    private final Set<String> instruments = new HashSet<>();
    private final Set<String> contexts = new HashSet<>();
    private final List<String> refusals = new ArrayList<>();
    private boolean hasTrades;
    private boolean hasTablesFirst = true;
    private int prices;
    private int commands;
    private int reports;
    private int rows;

    static RecordedDay in(Path file) {
        RecordedDay day = new RecordedDay();
        HistoryReader reader = new HistoryReader(day);
        reader.read(List.of(file));
        day.refusals.addAll(reader.refusals().first());
        return day;
    }

    /** The numbers of the fills of each symbol. The exchange counts them from 1. */
    Map<String, List<Integer>> fillIds() {
        return fillIds;
    }

    int fills() {
        return fillIds.values().stream().mapToInt(List::size).sum();
    }

    /** The symbols that have both filters and a context. */
    Set<String> listed() {
        Set<String> both = new HashSet<>(instruments);
        both.retainAll(contexts);
        return both;
    }

    /** Whether filters and contexts stand before the first price and fill. */
    boolean hasTablesFirst() {
        return hasTablesFirst;
    }

    List<String> refusals() {
        return refusals;
    }

    int prices() {
        return prices;
    }

    int commands() {
        return commands;
    }

    int reports() {
        return reports;
    }

    int rows() {
        return rows;
    }

    @Override
    public void price(String symbol, long unscaled, int scale, long time) {
        hasTrades = true;
        prices++;
    }

    @Override
    public void fill(Fill fill, int line) {
        hasTrades = true;
        fillIds.computeIfAbsent(fill.symbol(), symbol -> new ArrayList<>())
                .add(Integer.valueOf(fill.fillId().orElseThrow()));
    }

    @Override
    public void positions(String symbol, PositionUpdate update) {
        rows++;
    }

    @Override
    public void report(ExecutionReport report) {
        reports++;
    }

    @Override
    public void instrument(String symbol, Optional<Instrument> instrument) {
        hasTablesFirst &= !hasTrades;
        instruments.add(symbol);
    }

    @Override
    public void context(String key, Optional<ExitContext> context) {
        hasTablesFirst &= !hasTrades;
        contexts.add(key);
    }

    @Override
    public void command(StopCommand command) {
        commands++;
    }

    @Override
    public void progress(double share) {
        // nobody looks
    }
}
