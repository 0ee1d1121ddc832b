package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.guard.Grid.Axis;
import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.plot.Figure.Drawing;
import io.exitbrain.lab.report.plot.HeatmapPlot.Cell;
import io.exitbrain.lab.report.plot.HeatmapPlot.Half;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cells in columns and rows, coloured by a mean.
 *
 * @param across the setting that differs from column to column
 * @param down the setting that differs from row to row; empty if there is one row
 */
record Heatmap(Axis across, Optional<Axis> down, List<Cell> cells) {

    private static final int LEFT = 70;
    private static final int CELL_HEIGHT = 30;
    private static final int MAX_COLUMNS_WITH_NUMBERS = 8;
    private static final double FULL = 0.6;
    private static final int BOTTOM = 40;

    Heatmap {
        cells = List.copyOf(cells);
    }

    Drawing drawing(String caption, Half half) {
        Element svg = Element.of("svg")
                .with("viewBox", String.format(Locale.ROOT, "0 0 %d %d", Frame.WIDTH, bottom() + BOTTOM))
                .with("role", "img")
                .with("aria-label", caption + ": mean difference of each cell of the sweep, R");
        cells.forEach(cell -> draw(cell, half.apply(cell), svg));
        labels(svg);
        return new Drawing(caption, svg);
    }

    private int rows() {
        return down.map(axis -> axis.values().size()).orElse(1);
    }

    private int bottom() {
        return rows() * CELL_HEIGHT + 4;
    }

    private double cellWidth() {
        return (double) (Frame.WIDTH - LEFT - 4) / across.values().size();
    }

    /** Both halves have the same scale. */
    private double largest() {
        return cells.stream()
                .flatMap(cell -> Stream.concat(cell.firstHalf().stream(), cell.secondHalf().stream()))
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    private void draw(Cell cell, Optional<Double> mean, Element svg) {
        double x = LEFT + cell.column() * cellWidth();
        double y = 2.0 + cell.row() * CELL_HEIGHT;
        double strength = largest() == 0 ? 0 : FULL * Math.abs(mean.orElse(0.0)) / largest();
        svg.add(Element.of("rect")
                .with("x", x + 2)
                .with("y", y + 2)
                .with("width", cellWidth() - 4)
                .with("height", CELL_HEIGHT - 4)
                .with("fill-opacity", String.format(Locale.ROOT, "%.2f", strength))
                .classed((mean.orElse(0.0) < 0 ? "below" : "above") + (cell.isClearlyAbove() ? " clear" : " cell")));
        if (across.values().size() <= MAX_COLUMNS_WITH_NUMBERS) {
            svg.add(text(
                    x + cellWidth() / 2, y + 19, "middle", "value", Format.orUnknown(mean, d -> Format.signed(d, 2))));
        }
    }

    private void labels(Element svg) {
        for (int column = 0; column < across.values().size(); column++) {
            double x = LEFT + (column + 0.5) * cellWidth();
            svg.add(text(x, bottom() + 14, "middle", "tick", across.values().get(column)));
        }
        down.ifPresent(axis -> {
            for (int row = 0; row < axis.values().size(); row++) {
                double y = 2.0 + row * CELL_HEIGHT + 19;
                svg.add(text(LEFT - 6, y, "end", "tick", axis.values().get(row)));
            }
        });
        String below =
                across.name() + down.map(axis -> "; rows: " + axis.name()).orElse("");
        svg.add(text(Frame.WIDTH / 2.0, bottom() + 32, "middle", "name", below));
    }

    private static Element text(double x, double y, String anchor, String classes, String text) {
        return Element.of("text", text)
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor)
                .classed(classes);
    }
}
