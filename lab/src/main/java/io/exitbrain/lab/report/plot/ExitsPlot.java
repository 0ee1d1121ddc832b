package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.measures.ExitCount;
import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.trade.Ending.Exit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What closed the trades of each policy, and what these trades earned. */
final class ExitsPlot {

    private static final int ROW_HEIGHT = 16;
    private static final int TEXT = 104;

    private ExitsPlot() {}

    static Figure of(Rows rows, List<Series> series) {
        Figure figure = Figure.of(
                "7. What closed the trades",
                "each bar is the sum of the results of the trades that one kind of exit closed, so it shows where the result comes from.");
        List<Exit> exits = Arrays.stream(Exit.values())
                .filter(exit ->
                        series.stream().anyMatch(line -> count(line, exit).count() > 0))
                .toList();
        if (exits.isEmpty()) {
            return figure.withNote("Nothing to draw: there is no trade.");
        }
        Frame frame = Frame.ofRows(
                Axis.linear("sum of the results, R", range(series)),
                exits.size() * (series.size() + 1),
                ROW_HEIGHT,
                TEXT,
                "Sum of the results in R by what closed the trade, one bar for each policy");
        frame.vertical(0, "zero");
        for (int i = 0; i < exits.size(); i++) {
            draw(exits.get(i), i * (series.size() + 1), series, frame);
        }
        return figure.with("", frame)
                .withKeys(series)
                .withNotes(rows.leftOut())
                .withNote("The result of a trade that is still open is not known: it has a number and no bar.");
    }

    /** All sums, and 0, at which the bars begin. */
    private static Range range(List<Series> series) {
        return Range.ofAll(DoubleStream.concat(
                        DoubleStream.of(0),
                        series.stream()
                                .flatMap(line -> line.row().measures().exits().stream())
                                .flatMap(exit -> exit.sum().stream())
                                .mapToDouble(Double::doubleValue))
                .toArray());
    }

    private static void draw(Exit exit, int firstRow, List<Series> series, Frame frame) {
        frame.text(18, frame.y(firstRow) + 13, "start", "rowname", name(exit));
        for (Series line : series) {
            new Bar(frame, firstRow + 1 + series.indexOf(line), line.style()).draw(count(line, exit));
        }
    }

    private static ExitCount count(Series line, Exit exit) {
        return line.row().measures().exits().stream()
                .filter(count -> count.exit() == exit)
                .findFirst()
                .orElseThrow();
    }

    private record Bar(Frame frame, int row, String style) {

        void draw(ExitCount exit) {
            double sum = exit.sum().orElse(0.0);
            double from = Math.min(frame.x(0), frame.x(sum));
            double y = frame.y(row);
            frame.add(Element.of("rect")
                    .with("x", from)
                    .with("y", y + 2)
                    .with("width", Math.abs(frame.x(sum) - frame.x(0)))
                    .with("height", ROW_HEIGHT - 5)
                    .classed("bar " + style));
            String text = Format.count(exit.count()) + ": "
                    + Format.orUnknown(exit.sum(), value -> Format.signed(value, 1) + " R");
            frame.text(Frame.WIDTH - 14, y + 12, "end", "tick halo", text);
        }
    }

    static String name(Exit exit) {
        return switch (exit) {
            case STOP -> "stop";
            case TAKE_PROFIT -> "take profit";
            case EXIT_COMMAND -> "EXIT command";
            case STRATEGY -> "strategy";
            case OPEN -> "still open";
        };
    }
}
