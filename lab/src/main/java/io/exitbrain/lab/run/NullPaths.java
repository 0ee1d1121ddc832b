package io.exitbrain.lab.run;

import io.exitbrain.domain.value.Instrument;
import io.exitbrain.lab.result.NullRun;
import io.exitbrain.lab.simulation.Settings;
import io.exitbrain.lab.simulation.TradeOnPath;
import io.exitbrain.lab.statistics.ResampledPrices;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.Trade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy earns beside the baseline on prices without memory: the same entries, on paths of the recorded returns in random blocks.
 * The exits of the strategy are left out on every path, also on the recorded one, because they belong to the recorded prices. A trade that
 * is open at the horizon counts at the last price, on every path alike.
 */
final class NullPaths {

    /** Mean length of a block, in steps of the series. */
    private static final double MEAN_BLOCK = 10;

    /** With more openings than these, every n-th one is run. */
    private static final int MOST_OPENINGS = 300;

    private final Settings settings;
    private final SecondLook look;
    private final long stepMs;
    private final long seed;
    private final Map<String, List<Opening>> openings = new LinkedHashMap<>();

    /** {@code settings} has the baseline and the policy; {@code openings} choose, and are in the order of time. */
    NullPaths(Settings settings, SecondLook look, long stepMs, long seed, List<Opening> openings) {
        this.settings = settings;
        this.look = look;
        this.stepMs = stepMs;
        this.seed = seed;
        int every = openings.size() / MOST_OPENINGS + 1;
        for (int i = 0; i < openings.size(); i += every) {
            Opening opening = openings.get(i);
            this.openings
                    .computeIfAbsent(opening.symbol(), symbol -> new ArrayList<>())
                    .add(opening);
        }
    }

    NullRun run(String policy, int paths) {
        double recorded = new Path(-1).difference();
        List<Double> differences = new ArrayList<>();
        for (int path = 0; path < paths; path++) {
            differences.add(new Path(path).difference());
        }
        Collections.sort(differences);
        long atLeast = differences.stream().filter(found -> found >= recorded).count();
        return new NullRun(policy, paths, differences, recorded, (double) atLeast / Math.max(1, paths));
    }

    /** One price path of each symbol. Path -1 has the recorded prices. */
    private final class Path {

        private final int number;
        private double sum;
        private int pairs;

        Path(int number) {
            this.number = number;
        }

        /** The mean difference, R; 0 without trades. */
        double difference() {
            int symbol = 0;
            for (Map.Entry<String, List<Opening>> entry : openings.entrySet()) {
                PriceSeries series = look.series().get(entry.getKey());
                if (series != null) {
                    run(entry.getKey(), entry.getValue(), series, symbol);
                }
                symbol++;
            }
            return pairs == 0 ? 0 : sum / pairs;
        }

        private void run(String symbol, List<Opening> opened, PriceSeries series, int index) {
            double[] recorded = series.prices();
            long own = seed * 1_000_003 + 7_919L * number + index;
            double[] prices = number < 0 ? recorded : ResampledPrices.of(recorded, MEAN_BLOCK, own);
            TradeOnPath path = new TradeOnPath(settings, look.instruments().getOrDefault(symbol, Instrument.UNKNOWN));
            for (Opening opening : opened) {
                List<Trade> trades = path.run(opening, prices, series.stepOf(opening.time()), stepMs);
                sum += trades.get(1).result() - trades.get(0).result();
                pairs++;
            }
        }
    }
}
