package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.guard.WalkForwardRow;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.statistics.Overfitting;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What the chosen policies earned in the days that chose them, and in later days. */
final class OutOfSamplePlot {

    private OutOfSamplePlot() {}

    static Figure of(Judgement judgement) {
        Figure figure = Figure.of(
                "8. In the days that choose, and after them",
                "each large point is a policy that was chosen by its mean d (to the right) and scored in later days (upwards); points below the dashed line lost some of it.");
        List<Point> rows = judgement.walkForward().rows().stream()
                .flatMap(OutOfSamplePlot::point)
                .toList();
        List<Point> splits = judgement.overfitting().map(Overfitting::points).orElse(List.of()).stream()
                .map(point -> new Point(point.chosenBy(), point.judgedBy()))
                .toList();
        if (rows.isEmpty() && splits.isEmpty()) {
            return figure.withNote("Nothing to draw: the in-sample days are too few for a walk-forward window.");
        }
        Figure drawn = figure.with("", frame(rows, splits)).withNotes(sentence(judgement));
        return splits.isEmpty()
                ? drawn
                : drawn.withNote(Format.sentence(
                        "Small points are %s splits of the days into two halves: one half chooses, the other scores.",
                        Format.count(splits.size())));
    }

    private static Stream<Point> point(WalkForwardRow row) {
        return row.score().stream().map(score -> new Point(row.chosenBy(), score));
    }

    private static Frame frame(List<Point> rows, List<Point> splits) {
        List<Point> all = Stream.concat(rows.stream(), splits.stream()).toList();
        Range x = range(all.stream().mapToDouble(Point::x));
        Range y = range(all.stream().mapToDouble(Point::y));
        Frame frame = Frame.of(
                        Axis.linear("mean d in the days that choose, R", x),
                        Axis.linear("mean d in later days, R", y),
                        "Mean difference in R in later days by that in the days that choose")
                .horizontal(0, "zero")
                .vertical(0, "zero")
                .diagonal("limit");
        splits.forEach(point -> frame.dot(point.x(), point.y(), 1.5, "cloud ref"));
        rows.forEach(point -> frame.dot(point.x(), point.y(), 4, "s1"));
        return frame;
    }

    private static Range range(DoubleStream values) {
        return Range.ofAll(DoubleStream.concat(DoubleStream.of(0), values).toArray());
    }

    private static List<String> sentence(Judgement judgement) {
        return judgement.walkForward().score().stream()
                .map(score -> Format.sentence(
                        "Walk-forward: chosen with %s R a trade, scored with %s R in the %s after.",
                        Format.orUnknown(judgement.walkForward().chosenBy(), d -> Format.signed(d, 3)),
                        Format.signed(score, 3),
                        Format.count(judgement.walkForward().pairs(), "trade")))
                .toList();
    }
}
