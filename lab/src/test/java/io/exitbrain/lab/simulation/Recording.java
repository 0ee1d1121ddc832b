package io.exitbrain.lab.simulation;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.history.HistoryReader;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A recording, line by line. Prices of symbol A have two decimals; a time is in milliseconds from a start. */
final class Recording {

    static final long START = 1_764_000_000_000L;

    static final Costs FREE =
            new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    private static final long WEEK_MS = 7 * 86_400_000L;

    private final List<String> lines = new ArrayList<>();
    private int fills;

    Recording() {
        line("instruments", "'tickSize':'0.01','stepSize':'0.001'", 0);
    }

    private Recording line(String topic, String fields, long time) {
        lines.add("{'topic':'%s','key':'A','value':{%s},'timestamp':%d}"
                .formatted(topic, fields, START + time)
                .replace('\'', '"'));
        return this;
    }

    Recording mark(String price, long time) {
        return line("mark-prices", "'markPrice':'%s','time':%d".formatted(price, START + time), time);
    }

    /** Marks one second after the other, from {@code time} on. */
    Recording marks(long time, String... prices) {
        for (int i = 0; i < prices.length; i++) {
            mark(prices[i], time + 1_000L * i);
        }
        return this;
    }

    Recording fill(String side, String quantity, String price, long time) {
        fills++;
        return line(
                "order-fills",
                "'symbol':'A','side':'%s','price':'%s','quantity':'%s','fillId':'f%d','time':%d"
                        .formatted(side, price, quantity, fills, START + time),
                time);
    }

    /** A fill of the trade {@code fillId} and the order {@code orderId}. */
    Recording fillOf(String fillId, String orderId, String side, String quantity, String price, long time) {
        return line(
                "order-fills",
                "'symbol':'A','side':'%s','price':'%s','quantity':'%s','orderId':'%s','fillId':'%s','time':%d"
                        .formatted(side, price, quantity, orderId, fillId, START + time),
                time);
    }

    /** A fill of the order {@code orderId} on {@code positionSide}. */
    Recording fill(String side, String quantity, String price, String positionSide, String orderId, long time) {
        fills++;
        return line(
                "order-fills",
                "'symbol':'A','side':'%s','price':'%s','quantity':'%s','positionSide':'%s','orderId':'%s','fillId':'f%d','time':%d"
                        .formatted(side, price, quantity, positionSide, orderId, fills, START + time),
                time);
    }

    /** A command that the engine sent for a position of one unit. */
    Recording command(String planId, int version, String action, String positionSide, String stop, long time) {
        return line(
                "trailing-stop-commands",
                "'planId':'%s','version':%d,'symbol':'A','positionSide':'%s','action':'%s','reason':'TRAIL','orderSide':'%s',"
                                .formatted(
                                        planId,
                                        version,
                                        positionSide,
                                        action,
                                        positionSide.equals("SHORT") ? "BUY" : "SELL")
                        + "'quantity':'1','stopPrice':'%s','time':%d".formatted(stop, START + time),
                time);
    }

    /** The executor says that the order of a command was executed. */
    Recording filled(String commandId, long time) {
        return line(
                "execution-reports",
                "'symbol':'A','commandId':'%s','status':'FILLED','time':%d".formatted(commandId, START + time),
                time);
    }

    /** A fill of an order that may only close. */
    Recording reduceOnlyFill(String side, String quantity, String price, long time) {
        fill(side, quantity, price, time);
        String last = lines.remove(lines.size() - 1);
        lines.add(last.replace("\"symbol\":\"A\",", "\"symbol\":\"A\",\"reduceOnly\":true,"));
        return this;
    }

    /** A closing fill that is in the recording a second time. */
    Recording again() {
        lines.add(lines.get(lines.size() - 1));
        return this;
    }

    Recording row(String amount, String entry, long time) {
        return line("positions", "'positionAmt':'%s','entryPrice':'%s'".formatted(amount, entry), time);
    }

    /** A record tells only the leverage. */
    Recording leverage(int leverage, long time) {
        return line("positions", "'symbol':'A','leverage':'%d'".formatted(leverage), time);
    }

    List<String> lines() {
        return lines;
    }

    /** This recording up to the first {@code count} lines. */
    Recording first(int count) {
        Recording cut = new Recording();
        cut.lines.clear();
        cut.lines.addAll(lines.subList(0, count));
        return cut;
    }

    static Settings settings(Costs costs, Funding funding, Policy... policies) {
        List<NamedPolicy> named = new ArrayList<>();
        for (Policy policy : policies) {
            named.add(new NamedPolicy("policy " + named.size(), policy));
        }
        return new Settings(named, costs, funding, WEEK_MS, StrategyFills.DEFAULT);
    }

    Simulated run(Settings settings) {
        return run(settings, 1);
    }

    Simulated run(Settings settings, int threads) {
        try {
            Path file = Files.createTempFile("recording", ".jsonl");
            Files.write(file, lines);
            Simulation simulation = new Simulation(settings, threads, share -> {});
            new HistoryReader(simulation).read(List.of(file));
            Files.delete(file);
            return simulation.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The one trade of the baseline, without costs. */
    Trade trade() {
        return only(run(settings(FREE, Funding.NONE, Policy.DEFAULT)).policies().get(0));
    }

    static Trade only(PolicyTrades policy) {
        if (policy.trades().size() != 1) {
            throw new AssertionError("one trade was expected, not " + policy.trades());
        }
        return policy.trades().get(0);
    }

    static Trade only(Simulated simulated, Reference reference) {
        return only(simulated.policies().stream()
                .filter(row -> row.policy().equals(reference.title()))
                .findFirst()
                .orElseThrow());
    }
}
