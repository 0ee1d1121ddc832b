package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.statistics.KaplanMeier;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.stream.Stream;

/** How long the trades of each policy are open. */
final class HoldingPlot {

    private HoldingPlot() {}

    static Figure of(Rows rows, List<Series> series) {
        Figure figure = Figure.of(
                "9. Time in trade",
                "the height of a line is the share of the trades that are open for longer than this time; trades that are still open count until they were last seen (Kaplan-Meier).");
        Axis lengths = TimeAxis.ofLengths(
                "time since the opening (logarithmic)",
                series.stream().flatMap(line -> line.row().trades().stream()).mapToDouble(Trade::heldMs));
        Frame frame = Frame.of(
                lengths,
                Axis.shares("share of the trades still open"),
                "Share of the trades still open by time since the opening, one line for each policy");
        series.forEach(line -> frame.steps(points(line, lengths), line.style()));
        return figure.with("", frame).withKeys(series).withNotes(rows.leftOut());
    }

    private static List<Point> points(Series line, Axis lengths) {
        List<KaplanMeier.Step> steps = line.row().measures().holding().curve().steps();
        double last =
                line.row().trades().stream().mapToLong(Trade::heldMs).max().orElse(0);
        double lasting = steps.isEmpty() ? 1 : steps.get(steps.size() - 1).lasting();
        Stream<Point> falls =
                steps.stream().map(step -> new Point(Math.max(lengths.low(), (double) step.length()), step.lasting()));
        return Stream.of(
                        Stream.of(new Point(lengths.low(), 1)),
                        falls,
                        Stream.of(new Point(Math.max(lengths.low(), last), lasting)))
                .flatMap(points -> points)
                .toList();
    }
}
