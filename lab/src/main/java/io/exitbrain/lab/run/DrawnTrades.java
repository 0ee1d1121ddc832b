package io.exitbrain.lab.run;

import io.exitbrain.lab.guard.Difference;
import io.exitbrain.lab.result.DrawnTrade;
import io.exitbrain.lab.result.DrawnTrade.Point;
import io.exitbrain.lab.simulation.StopHistory;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The trades that differ most between the baseline and another policy, with what is drawn of them. */
final class DrawnTrades {

    /** How much of the time before the opening and after the ending is drawn, as a share of the time between. */
    private static final double MARGIN = 0.1;

    private static final long LEAST_MARGIN_MS = 5_000;

    private final List<Drawn> trades = new ArrayList<>();
    private final Map<Integer, StopHistory> stops = new ConcurrentHashMap<>();

    private record Drawn(Trade baseline, Trade policy, Thinned prices) {}

    DrawnTrades(List<Difference> largest, PolicyTrades baseline, PolicyTrades policy) {
        Map<Integer, Trade> baselineByNumber = byNumber(baseline);
        Map<Integer, Trade> policyByNumber = byNumber(policy);
        for (Difference difference : largest) {
            Trade before = baselineByNumber.get(difference.number());
            Trade after = policyByNumber.get(difference.number());
            if (before != null && after != null) {
                trades.add(new Drawn(before, after, around(before, after)));
            }
        }
    }

    private static Map<Integer, Trade> byNumber(PolicyTrades policy) {
        Map<Integer, Trade> byNumber = new HashMap<>();
        policy.trades().forEach(trade -> byNumber.put(trade.opening().number(), trade));
        return byNumber;
    }

    private static Thinned around(Trade baseline, Trade policy) {
        long from = baseline.opening().time();
        long until = Math.max(baseline.ending().time(), policy.ending().time());
        long margin = Math.max(LEAST_MARGIN_MS, (long) (MARGIN * (until - from)));
        return new Thinned(from - margin, until + margin);
    }

    /** Whether the fill on {@code line} opens one of them. */
    boolean isOpenedBy(int line) {
        return trades.stream().anyMatch(drawn -> drawn.baseline().opening().number() == line);
    }

    void take(StopHistory history) {
        stops.put(history.opening().number(), history);
    }

    /** {@code look} gives their prices. */
    void askFor(SecondLook look) {
        trades.forEach(drawn -> look.draw(drawn.baseline().opening().symbol(), drawn.prices()));
    }

    List<DrawnTrade> drawn() {
        return trades.stream().map(this::drawn).toList();
    }

    private DrawnTrade drawn(Drawn drawn) {
        StopHistory history = stops.get(drawn.baseline().opening().number());
        return new DrawnTrade(
                drawn.baseline().opening(),
                drawn.prices().points(),
                history == null ? List.of() : points(history.stops().get(0)),
                history == null ? List.of() : points(history.stops().get(1)),
                drawn.baseline().ending(),
                drawn.policy().ending(),
                drawn.baseline().result(),
                drawn.policy().result());
    }

    private static List<Point> points(List<StopHistory.SentStop> stops) {
        return stops.stream()
                .map(stop -> new Point(stop.time(), stop.price().doubleValue()))
                .toList();
    }
}
