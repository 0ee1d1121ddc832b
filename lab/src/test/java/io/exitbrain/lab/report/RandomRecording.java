package io.exitbrain.lab.report;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.history.HistoryReader;
import io.exitbrain.lab.result.DrawnTrade;
import io.exitbrain.lab.simulation.NamedPolicy;
import io.exitbrain.lab.simulation.Settings;
import io.exitbrain.lab.simulation.Simulated;
import io.exitbrain.lab.simulation.Simulation;
import io.exitbrain.lab.simulation.StrategyFills;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Trades on a random walk. Each is opened, sees some marks and is closed by the strategy, unless it is the last one.
 *
 * @param lines of the recording
 * @param marks all marks in the order of time
 */
record RandomRecording(List<String> lines, List<DrawnTrade.Point> marks) {

    static final long START = 1_764_547_200_000L;
    static final Duration HORIZON = Duration.ofHours(12);

    private static final int MARKS = 40;
    private static final long STEP_MS = 8_000;
    private static final double STEP = 0.005;

    /** A whole day for each {@code perDay} trades; every mark is after the one before it. */
    static RandomRecording of(long seed, int days, int perDay) {
        RandomRecording recording = new RandomRecording(new ArrayList<>(), new ArrayList<>());
        recording.line("instruments", "'tickSize':'0.01','stepSize':'0.001'", START);
        Random random = new Random(seed);
        for (int i = 0; i < days * perDay; i++) {
            long time = START
                    + Duration.ofDays(1).toMillis() * (i / perDay)
                    + Duration.ofHours(3).toMillis() * (i % perDay);
            recording.trade(random, time, i + 1 < days * perDay);
        }
        return recording;
    }

    /** One trade whose prices end before it does. */
    static RandomRecording ofAnOpenTrade() {
        RandomRecording recording = new RandomRecording(new ArrayList<>(), new ArrayList<>());
        recording.line("instruments", "'tickSize':'0.01','stepSize':'0.001'", START);
        recording.mark(100, START);
        recording.fill("BUY", 100, START + 1);
        recording.mark(100.2, START + STEP_MS);
        return recording;
    }

    private void trade(Random random, long time, boolean isClosed) {
        double price = 100 + 10 * random.nextDouble();
        boolean isLong = random.nextBoolean();
        mark(price, time);
        fill(isLong ? "BUY" : "SELL", price, time + 1);
        long at = time;
        for (int i = 0; i < MARKS; i++) {
            at += STEP_MS;
            price *= 1 + STEP * random.nextGaussian();
            mark(price, at);
        }
        if (isClosed) {
            fill(isLong ? "SELL" : "BUY", price, at + 60_000);
        }
    }

    private void line(String topic, String fields, long time) {
        lines.add(
                String.format(Locale.ROOT, "{'topic':'%s','key':'A','value':{%s},'timestamp':%d}", topic, fields, time)
                        .replace('\'', '"'));
    }

    private void mark(double price, long time) {
        line("mark-prices", String.format(Locale.ROOT, "'markPrice':'%.2f','time':%d", price, time), time);
        marks.add(new DrawnTrade.Point(time, price));
    }

    private void fill(String side, double price, long time) {
        String fields = String.format(
                Locale.ROOT,
                "'symbol':'A','side':'%s','price':'%.2f','quantity':'1','fillId':'f%d','time':%d",
                side,
                price,
                lines.size(),
                time);
        line("order-fills", fields, time);
    }

    Simulated run(Costs costs, List<NamedPolicy> policies) {
        Settings settings = new Settings(policies, costs, Funding.NONE, HORIZON.toMillis(), StrategyFills.DEFAULT);
        try {
            Path file = Files.createTempFile("recording", ".jsonl");
            Files.write(file, lines);
            Simulation simulation = new Simulation(settings, 1, share -> {});
            new HistoryReader(simulation).read(List.of(file));
            Files.delete(file);
            return simulation.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
