package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.guard.Comparison;
import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Row;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The mean difference of each policy to the baseline with its interval. */
final class ForestPlot {

    private static final int MAX_ROWS = 40;
    private static final int ROW_HEIGHT = 30;
    private static final int MAX_NAME = 44;

    private ForestPlot() {}

    private record Line(Row row, Optional<Double> mean, Optional<Estimate> difference) {

        static Stream<Line> of(Row row) {
            return row.comparison().stream().map(comparison -> of(row, comparison));
        }

        private static Line of(Row row, Comparison comparison) {
            return new Line(
                    row, comparison.paired().mean(), comparison.evidence().difference());
        }
    }

    static Figure of(Rows rows) {
        Figure figure = Figure.of(
                "1. Difference to the baseline",
                "a line that does not touch 0 is a difference that these days show clearly; each line is the 95 % interval of the mean d.");
        List<Line> all = rows.all().stream().flatMap(Line::of).toList();
        List<Line> shown = all.stream()
                .filter(line -> all.indexOf(line) < MAX_ROWS
                        || line.row().isChosen()
                        || line.row().isReference())
                .toList();
        if (shown.isEmpty()) {
            return figure.withNote("Nothing to draw: only the baseline was run.");
        }
        Figure drawn = figure.with("", frame(shown))
                .withNote("References are grey: they are no candidates. Those beyond the axis have only their number.");
        return shown.size() == all.size()
                ? drawn
                : drawn.withNote(Format.sentence(
                        "The first %d policies and the chosen one are drawn; %d more are in the table.",
                        MAX_ROWS, all.size() - shown.size()));
    }

    private static Frame frame(List<Line> shown) {
        DoubleStream ends = shown.stream()
                .filter(line -> !line.row().isReference())
                .flatMap(line -> Stream.concat(
                        line.mean().stream(),
                        line.difference().stream().flatMap(estimate -> Stream.of(estimate.low(), estimate.high()))))
                .mapToDouble(Double::doubleValue);
        Range range = Range.ofAll(DoubleStream.concat(DoubleStream.of(0), ends).toArray());
        Frame frame = Frame.ofRows(
                Axis.linear("mean d, R a trade", range),
                shown.size(),
                ROW_HEIGHT,
                Frame.RIGHT,
                "Mean difference to the baseline of each policy, in R a trade, with its 95 % interval");
        frame.vertical(0, "zero");
        for (int i = 0; i < shown.size(); i++) {
            draw(shown.get(i), i, frame);
        }
        return frame;
    }

    private static void draw(Line line, int row, Frame frame) {
        String style = line.row().isReference() ? "ref" : line.row().isChosen() ? Series.CHOSEN : "other";
        frame.add(name(line, frame.y(row) + 13));
        double middle = row + 0.68;
        line.difference()
                .filter(d -> frame.holdsX(d.low()) || frame.holdsX(d.high()))
                .ifPresent(d -> frame.line(d.low(), middle, d.high(), middle, "whisker " + style));
        line.mean().filter(frame::holdsX).ifPresent(mean -> frame.dot(mean, middle, 4, style));
    }

    private static Element name(Line line, double y) {
        String name = line.row().name();
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME - 1) + "\u2026" : name;
        String mean = Format.orUnknown(line.mean(), value -> Format.signed(value, 3) + " R");
        return Element.of("text", shown + "  " + mean)
                .with("x", Frame.RIGHT + 4)
                .with("y", y)
                .classed("rowname");
    }
}
