package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.guard.Grid;
import io.exitbrain.lab.guard.Grid.Axis;
import io.exitbrain.lab.guard.Plateau;
import io.exitbrain.lab.guard.Plateau.Score;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The cells of a sweep: what each earned more than the baseline in the first and in the second half of the days. */
final class HeatmapPlot {

    private HeatmapPlot() {}

    static Figure of(Optional<Grid> grid, Optional<Plateau> plateau) {
        Figure figure = Figure.of(
                "6. The cells of the sweep",
                "each cell is the mean d in R of one half of the in-sample days, blue above 0 and orange below: a cell that is good in one half only is chance; a thick border says that the interval over all in-sample days is above 0.");
        if (grid.isEmpty() || plateau.isEmpty()) {
            return figure.withNote("Nothing to draw: no sweep was run.");
        }
        return drawn(figure, grid.get(), plateau.get()).withNotes(plateau.get().sentences());
    }

    private static Figure drawn(Figure figure, Grid grid, Plateau plateau) {
        List<Integer> varied = IntStream.range(0, grid.axes().size())
                .filter(axis -> grid.axes().get(axis).values().size() > 1)
                .boxed()
                .toList();
        if (varied.isEmpty() || varied.size() > 2) {
            return figure.withNote(Format.sentence(
                    "The cells are not drawn: %d settings were varied, and one or two can be. All cells are in the table.",
                    varied.size()));
        }
        Axis across = grid.axes().get(varied.get(0));
        Optional<Axis> down =
                varied.size() == 1 ? Optional.empty() : Optional.of(grid.axes().get(varied.get(1)));
        Heatmap map = new Heatmap(across, down, cells(plateau, varied));
        return figure.with(map.drawing("First half of the in-sample days", Cell::firstHalf))
                .with(map.drawing("Second half of the in-sample days", Cell::secondHalf));
    }

    private static List<Cell> cells(Plateau plateau, List<Integer> varied) {
        return plateau.cells().stream().map(score -> cell(score, varied)).toList();
    }

    private static Cell cell(Score score, List<Integer> varied) {
        List<Integer> position = score.cell().position();
        return new Cell(
                position.get(varied.get(0)),
                varied.size() == 1 ? 0 : position.get(varied.get(1)),
                score.firstHalf(),
                score.secondHalf(),
                score.difference().filter(Estimate::isAboveZero).isPresent());
    }

    /** One cell; both means in R, empty if they are not known. */
    record Cell(int column, int row, Optional<Double> firstHalf, Optional<Double> secondHalf, boolean isClearlyAbove) {}

    /** Which of the means is drawn. */
    interface Half extends Function<Cell, Optional<Double>> {}
}
