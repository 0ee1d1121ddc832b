package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.view.Row;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.result.LabResult;
import java.util.ArrayList;
import java.util.List;

/** All plots of a report in their order. */
public final class Plots {

    private Plots() {}

    public static List<Figure> of(LabResult result, Rows rows) {
        List<Series> series = Series.of(rows.drawn());
        List<Series> pair = Series.pair(series);
        List<Figure> figures = new ArrayList<>(List.of(
                ForestPlot.of(rows),
                DistributionPlot.of(rows, series),
                ExcursionPlot.adverse(pair),
                ExcursionPlot.favourable(pair),
                CurvePlot.of(rows, series),
                HeatmapPlot.of(result.grid(), result.plateau()),
                ExitsPlot.of(rows, series),
                OutOfSamplePlot.of(result.judgement()),
                HoldingPlot.of(rows, series),
                TradePlot.of(
                        result.drawn(),
                        result.judgement().baseline(),
                        rows.chosen().map(Row::name).orElse(""))));
        result.nullRun().map(NullPlot::of).ifPresent(figures::add);
        return List.copyOf(figures);
    }
}
