package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.measures.CurvePoint;
import io.exitbrain.lab.report.view.Rows;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The sum of the results over time, and how far it fell. */
final class CurvePlot {

    private CurvePlot() {}

    static Figure of(Rows rows, List<Series> series) {
        Figure figure = Figure.of(
                "5. Sum of the results, and drawdown",
                "a steady line earns in many trades, a line with one large step in one; the right side shows how far each sum is below its highest value until then.");
        List<CurvePoint> all = series.stream()
                .flatMap(line -> line.row().measures().curve().stream())
                .toList();
        if (all.isEmpty()) {
            return figure.withNote("Nothing to draw: no trade was closed.");
        }
        long from = all.stream().mapToLong(CurvePoint::time).min().orElseThrow();
        long until = all.stream().mapToLong(CurvePoint::time).max().orElseThrow();
        Axis time = TimeAxis.of(from, until);
        return figure.with("Sum of the results", frame(series, time, "sum of the results, R", CurvePoint::cumulative))
                .with("Drawdown", frame(series, time, "drawdown, R", point -> -point.drawdown()))
                .withKeys(series)
                .withNotes(rows.leftOut());
    }

    private static Frame frame(List<Series> series, Axis time, String label, ToDoubleFunction<CurvePoint> value) {
        double[] values = DoubleStream.concat(
                        DoubleStream.of(0),
                        series.stream()
                                .flatMap(line -> line.row().measures().curve().stream())
                                .mapToDouble(value))
                .toArray();
        Frame frame = Frame.of(
                        time, Axis.linear(label, Range.ofAll(values)), label + " over time, one line for each policy")
                .horizontal(0, "zero");
        series.forEach(line -> frame.steps(points(line, time, value), line.style()));
        return frame;
    }

    private static List<Point> points(Series line, Axis time, ToDoubleFunction<CurvePoint> value) {
        Stream<Point> points = line.row().measures().curve().stream()
                .map(point -> new Point(point.time(), value.applyAsDouble(point)));
        return Stream.concat(Stream.of(new Point(time.low(), 0)), points).toList();
    }
}
