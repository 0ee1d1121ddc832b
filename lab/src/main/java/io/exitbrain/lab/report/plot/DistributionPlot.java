package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.statistics.Distribution.Step;
import io.exitbrain.lab.trade.Trade;
import java.util.ArrayList;
import java.util.List;

/** The distribution function of the results of each policy. */
final class DistributionPlot {

    private DistributionPlot() {}

    static Figure of(Rows rows, List<Series> series) {
        Figure figure = Figure.of(
                "2. Distribution of the results",
                "the height of a line is the share of the trades with this result or a worse one, so of two lines the lower one is better there.");
        Range range = Range.of(
                series.stream().flatMap(line -> line.row().closed().stream()).mapToDouble(Trade::result), -1, 1);
        Frame frame = Frame.of(
                        Axis.linear("result, R", range),
                        Axis.shares("share of the trades"),
                        "Share of the trades by result in R, one line for each policy")
                .vertical(0, "zero");
        series.forEach(line -> frame.steps(points(line.row().measures(), range), line.style()));
        return figure.with("", frame).withKeys(series).withNotes(rows.leftOut()).withNotes(beyond(series, range));
    }

    private static List<Point> points(PolicyMeasures measures, Range range) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(range.low(), 0));
        for (Step step : measures.distribution()) {
            points.add(new Point(step.value(), step.share()));
        }
        points.add(new Point(range.high(), measures.distribution().isEmpty() ? 0 : 1));
        return points;
    }

    private static List<String> beyond(List<Series> series, Range range) {
        return Notes.atTheEdge(series.stream()
                .flatMap(line -> line.row().closed().stream())
                .filter(trade -> !range.holds(trade.result()))
                .count());
    }
}
