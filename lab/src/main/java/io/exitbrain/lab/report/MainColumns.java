package io.exitbrain.lab.report;

import io.exitbrain.lab.guard.HoldoutScore;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.measures.Share;
import io.exitbrain.lab.measures.Whipsaw;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Row;
import java.time.Duration;
import java.util.List;

/** The columns of the first table. */
final class MainColumns {

    private static final Duration WHIPSAW = Duration.ofHours(6);

    private MainColumns() {}

    static List<Column> all() {
        return List.of(
                Column.of(
                        "n (open)",
                        "trades that were closed, and in brackets those that are still open (censored)",
                        MainColumns::trades),
                Column.of(
                        "mean R [95 %]", "mean net result in R of the baseline, with its interval", MainColumns::mean),
                new Column(
                        "d [95 %]",
                        "mean difference to the baseline, R a trade, with its interval", MainColumns::difference),
                new Column(
                        "p adj.",
                        "how often the best (the worst) of as many policies without effect would look so good (bad)",
                        row -> row.comparison().map(Headline::probability).orElse(Format.UNKNOWN)),
                new Column("verdict", "better, worse, not distinguishable or too little data", MainColumns::verdict),
                Column.known(
                        "median R",
                        "median net result",
                        2,
                        measures -> measures.results().median()),
                Column.share(
                        "wins",
                        "results above 0, as a share of all",
                        measures -> measures.results().wins()),
                Column.known(
                        "profit factor",
                        "sum of the gains / sum of the losses",
                        2,
                        measures -> measures.results().profitFactor()),
                Column.known(
                        "give-back R",
                        "best excursion less result, mean",
                        2,
                        measures -> measures.excursions().giveBack().mean()),
                Column.known(
                        "efficiency",
                        "result / best excursion of trades with 0.5 R or more, median",
                        2,
                        measures -> measures.excursions().efficiency().median()),
                Column.share(
                        "whipsaw 6 h", "stops after which the mark came back within 6 hours", MainColumns::whipsaw),
                Column.known(
                        "CVaR 5 % R",
                        "mean of the lowest 5 % of the results",
                        2,
                        measures -> measures.results().meanOfWorst()),
                Column.share(
                        "beyond -1.1 R",
                        "results below -1.1 R, as a share of all",
                        measures -> measures.results().tail().beyond()),
                Column.known(
                        "max DD R",
                        "largest fall of the sum of the results below its highest value until then",
                        1,
                        measures -> measures.results().maxDrawdown()),
                Column.of("hold p50 / p90", "by when half, and 90 %, of the trades were closed", MainColumns::holding),
                Column.known(
                        "moves / trade",
                        "stop moves of a trade, mean",
                        1,
                        measures -> measures.churn().moves().mean()),
                Column.known(
                        "costs R",
                        "fees, slippage and funding of a trade, mean",
                        3,
                        measures -> measures.costs().total().mean()),
                new Column(
                        "holdout d R",
                        "mean difference in the locked days; only the chosen policy has it",
                        MainColumns::holdout));
    }

    private static String trades(PolicyMeasures measures) {
        return Format.count(measures.closed()) + " (" + Format.count(measures.censored()) + ")";
    }

    private static String mean(PolicyMeasures measures) {
        return measures.results()
                .estimate()
                .map(Headline::interval)
                .orElse(Format.orUnknown(measures.results().mean(), mean -> Format.signed(mean, 3)));
    }

    private static String difference(Row row) {
        return row.comparison().map(Headline::difference).orElse(Format.UNKNOWN);
    }

    private static String verdict(Row row) {
        return row.isBaseline()
                ? "baseline"
                : row.comparison().map(Headline::word).orElse(Format.UNKNOWN);
    }

    private static Share whipsaw(PolicyMeasures measures) {
        return measures.whipsaws().stream()
                .filter(whipsaw -> whipsaw.within().equals(WHIPSAW))
                .map(Whipsaw::cameBack)
                .findFirst()
                .orElse(new Share(0, 0));
    }

    private static String holding(PolicyMeasures measures) {
        return Format.orUnknown(measures.holding().medianMs(), Format::duration)
                + " / "
                + Format.orUnknown(measures.holding().p90Ms(), Format::duration);
    }

    private static String holdout(Row row) {
        return Format.orUnknown(
                row.comparison()
                        .flatMap(comparison -> comparison.evidence().holdout())
                        .flatMap(HoldoutScore::mean),
                mean -> Format.signed(mean, 3));
    }
}
