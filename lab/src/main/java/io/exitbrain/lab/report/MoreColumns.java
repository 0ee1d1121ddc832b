package io.exitbrain.lab.report;

import io.exitbrain.lab.measures.Costs;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.measures.Sample;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Row;
import java.util.List;
import java.util.function.Function;

/** The columns of the second table. */
final class MoreColumns {

    private MoreColumns() {}

    static List<Column> all() {
        return List.of(
                new Column(
                        "more / less / equal",
                        "pairs in which the policy earned more than the baseline, less, or the same",
                        MoreColumns::pairs),
                Column.known(
                        "own R",
                        "mean result divided by the risk that the policy itself took",
                        3,
                        measures -> measures.ofOwnRisk().mean()),
                Column.known(
                        "worst R",
                        "lowest result",
                        2,
                        measures -> measures.results().worst()),
                Column.of(
                        "losses in a row",
                        "most results below 0 one after another",
                        measures -> Format.count(measures.results().longestLosingStreak())),
                Column.known(
                        "MAE R",
                        "worst excursion while open, median",
                        2,
                        measures -> measures.excursions().worst().median()),
                Column.known(
                        "MFE R",
                        "best excursion while open, median",
                        2,
                        measures -> measures.excursions().best().median()),
                Column.known(
                        "edge ratio",
                        "mean best / mean worst excursion to the horizon; it measures the entries and is equal for all policies",
                        2,
                        measures -> measures.excursions().edgeRatio()),
                Column.share(
                        "scratched",
                        "results from -0.1 R to 0.1 R of trades that were 1 R in profit",
                        measures -> measures.excursions().scratched()),
                Column.known(
                        "locked R",
                        "best result that the stop secured, median",
                        2,
                        measures -> measures.profitLock().best().median()),
                Column.of(
                        "time to lock",
                        "from 1 R of profit to the first secured profit, median",
                        measures -> Format.orUnknown(measures.profitLock().medianMs(), Format::duration)),
                Column.of(
                        "whipsaw 1 h / 24 h",
                        "stops after which the mark came back within 1 hour, and within 24",
                        MoreColumns::whipsaws),
                Column.known(
                        "commands / trade",
                        "mean",
                        1,
                        measures -> measures.churn().commands().mean()),
                Column.share(
                        "withheld",
                        "stop moves that were too small to be sent, as a share of all",
                        measures -> measures.churn().withheld()),
                Column.of(
                        "fees / slippage / funding R",
                        "of a trade, mean; funding below 0 was received",
                        measures -> costs(measures.costs())),
                Column.share(
                        "across a gap",
                        "trades across a gap in the prices",
                        measures -> measures.doubts().acrossGap()),
                Column.known(
                        "mean R without gaps",
                        "mean result of the trades that met no gap",
                        3,
                        measures -> measures.doubts().withoutGaps().mean()),
                Column.share(
                        "past liquidation",
                        "trades that an exchange would have closed",
                        measures -> measures.doubts().pastLiquidation()));
    }

    private static String pairs(Row row) {
        return Format.orUnknown(
                row.comparison(),
                comparison -> Format.sentence(
                        "%,d / %,d / %,d",
                        comparison.paired().wins(),
                        comparison.paired().losses(),
                        comparison.paired().ties()));
    }

    private static String whipsaws(PolicyMeasures measures) {
        return whipsaw(measures, 1) + " / " + whipsaw(measures, 24);
    }

    private static String whipsaw(PolicyMeasures measures, int hours) {
        return measures.whipsaws().stream()
                .filter(whipsaw -> whipsaw.within().toHours() == hours)
                .map(whipsaw -> Format.orUnknown(whipsaw.cameBack().value(), Format::percent))
                .findFirst()
                .orElse(Format.UNKNOWN);
    }

    private static String costs(Costs costs) {
        Function<Sample, String> mean = sample -> Format.orUnknown(sample.mean(), value -> Format.fixed(value, 3));
        return mean.apply(costs.fees()) + " / " + mean.apply(costs.slippage()) + " / " + mean.apply(costs.funding());
    }
}
