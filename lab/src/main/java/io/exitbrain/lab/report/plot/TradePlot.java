package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.result.DrawnTrade;
import io.exitbrain.lab.trade.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Trades that differ most: the price with the stops of both policies. */
final class TradePlot {

    private static final double MARK = 4.5;

    private TradePlot() {}

    /** {@code baseline} and {@code chosen} are the names of the policies. */
    static Figure of(List<DrawnTrade> trades, String baseline, String chosen) {
        Figure figure = Figure.of(
                "10. The trades that differ most",
                "the thin line is the mark price, the steps are the stops of both policies, the ring is the entry, and a point is where a policy closed.");
        if (trades.isEmpty()) {
            return figure.withNote("Nothing to draw: no trade differs.");
        }
        Figure drawn = figure.withKey(List.of(
                Series.key("price", "mark price"),
                Series.key(Series.BASELINE, "stop of " + baseline),
                Series.key(Series.CHOSEN, "stop of " + chosen)));
        for (DrawnTrade trade : trades) {
            drawn = drawn.with(caption(trade), frame(trade));
        }
        return drawn;
    }

    private static String caption(DrawnTrade trade) {
        return Format.sentence(
                "Trade %d, %s %s, %s: d = %s R (%s instead of %s R)",
                trade.opening().number(),
                trade.opening().symbol(),
                trade.opening().side(),
                Format.time(trade.opening().time()),
                Format.signed(trade.policyResult() - trade.baselineResult(), 2),
                Format.signed(trade.policyResult(), 2),
                Format.signed(trade.baselineResult(), 2));
    }

    private static Frame frame(DrawnTrade trade) {
        double[] prices = Stream.of(trade.prices(), trade.baselineStops(), trade.policyStops())
                .flatMap(List::stream)
                .mapToDouble(DrawnTrade.Point::price)
                .toArray();
        Range range =
                Range.ofAll(DoubleStream.concat(DoubleStream.of(trade.opening().entry()), Arrays.stream(prices))
                        .toArray());
        Frame frame = Frame.of(time(trade), Axis.linear("price, quote currency", range), caption(trade));
        frame.path(points(trade.prices()), "price");
        frame.steps(until(trade.baselineStops(), trade.baselineEnding()), Series.BASELINE);
        frame.steps(until(trade.policyStops(), trade.policyEnding()), Series.CHOSEN);
        frame.dot((double) trade.opening().time(), trade.opening().entry(), MARK, "ring");
        exit(trade.baselineEnding(), Series.BASELINE, frame);
        exit(trade.policyEnding(), Series.CHOSEN, frame);
        return frame;
    }

    private static Axis time(DrawnTrade trade) {
        long[] times = Stream.concat(
                        trade.prices().stream().map(DrawnTrade.Point::time),
                        Stream.of(
                                trade.opening().time(),
                                trade.baselineEnding().time(),
                                trade.policyEnding().time()))
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return TimeAxis.of(times[0], times[times.length - 1]);
    }

    private static void exit(Ending ending, String style, Frame frame) {
        if (!ending.isCensored()) {
            frame.add(Element.of("circle")
                    .with("cx", frame.x((double) ending.time()))
                    .with("cy", frame.y(ending.price()))
                    .with("r", MARK)
                    .classed("dot exit " + style)
                    .add(Element.of("title", "closed by " + ExitsPlot.name(ending.exit()))));
        }
    }

    private static List<Point> points(List<DrawnTrade.Point> points) {
        return points.stream()
                .map(point -> new Point(point.time(), point.price()))
                .toList();
    }

    /** The stop lasts until the trade has ended. */
    private static List<Point> until(List<DrawnTrade.Point> stops, Ending ending) {
        List<Point> points = new ArrayList<>(points(stops));
        if (!points.isEmpty()) {
            points.add(new Point(ending.time(), points.get(points.size() - 1).y()));
        }
        return points;
    }
}
