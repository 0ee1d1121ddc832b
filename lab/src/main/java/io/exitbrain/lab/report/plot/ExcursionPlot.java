package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How far the mark went against and for the trades, beside their results. */
final class ExcursionPlot {

    /** With more points in one drawing the file becomes large and shows no more. */
    static final int MAX_POINTS = 1_500;

    private static final double DOT = 2;

    private ExcursionPlot() {}

    /** {@code series} has the baseline and the chosen policy. */
    static Figure adverse(List<Series> series) {
        Figure figure = Figure.of(
                "3. Worst excursion and result",
                "points far left with a good result nearly met the stop of the baseline, the dashed line at -1 R; many of them say that the stop is near.");
        return drawn(
                figure,
                series,
                "worst excursion while open (MAE), R",
                trade -> trade.path().worst(),
                true);
    }

    static Figure favourable(List<Series> series) {
        Figure figure = Figure.of(
                "4. Best excursion and result",
                "the distance of a point below the dashed line is what the trade gave back of its best excursion.");
        return drawn(
                figure,
                series,
                "best excursion while open (MFE), R",
                trade -> trade.path().best(),
                false);
    }

    private static Figure drawn(
            Figure figure, List<Series> series, String label, ToDoubleFunction<Trade> excursion, boolean isAdverse) {
        List<Trade> all =
                series.stream().flatMap(line -> line.row().closed().stream()).toList();
        if (all.isEmpty()) {
            return figure.withNote("Nothing to draw: no trade was closed.");
        }
        Range x = Range.of(all.stream().mapToDouble(excursion), isAdverse ? -1.1 : 0, isAdverse ? 0 : 1);
        Range y = Range.of(all.stream().mapToDouble(Trade::result), -1, 1);
        Figure drawn = figure;
        for (Series line : series) {
            Frame frame = Frame.of(
                    Axis.linear(label, x),
                    Axis.linear("result, R", y),
                    "Results in R by " + label + " of policy " + line.row().name());
            frame.horizontal(0, "zero");
            draw(line, excursion, isAdverse ? frame.vertical(-1, "limit") : frame.diagonal("limit"));
            drawn = drawn.with(line.row().name(), frame).withNotes(thinned(line));
        }
        return drawn.withNotes(Notes.atTheEdge(all.stream()
                .filter(trade -> !x.holds(excursion.applyAsDouble(trade)) || !y.holds(trade.result()))
                .count()));
    }

    private static void draw(Series line, ToDoubleFunction<Trade> excursion, Frame frame) {
        shown(line.row().closed())
                .forEach(trade ->
                        frame.dot(excursion.applyAsDouble(trade), trade.result(), DOT, "cloud " + line.style()));
    }

    /** Every one of a few trades, and one in so many of more. */
    static List<Trade> shown(List<Trade> trades) {
        int stride = stride(trades.size());
        return IntStream.range(0, trades.size())
                .filter(i -> i % stride == 0)
                .mapToObj(trades::get)
                .toList();
    }

    private static int stride(int count) {
        return Math.max(1, (count + MAX_POINTS - 1) / MAX_POINTS);
    }

    private static List<String> thinned(Series line) {
        int count = line.row().closed().size();
        return stride(count) == 1
                ? List.of()
                : List.of(Format.sentence(
                        "Of %s trades of %s one in %d is drawn.",
                        Format.count(count), line.row().name(), stride(count)));
    }
}
