package io.exitbrain.lab.report;

import io.exitbrain.lab.guard.Paired;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.report.markup.Format;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of the table that shows what the costs change. */
final class CostColumns {

    private CostColumns() {}

    static List<Column> all() {
        return List.of(
                result(
                        "mean R without costs",
                        "mean result if there were no costs",
                        measures -> measures.costs().resultWithout().mean()),
                result(
                        "mean R",
                        "mean result with the costs of this report",
                        measures -> measures.results().mean()),
                result(
                        "mean R at costs x2",
                        "mean result if all costs were twice as high",
                        measures -> measures.costs().resultAtDouble().mean()),
                difference(
                        "d without costs",
                        "mean difference to the baseline if there were no costs",
                        Paired::withoutCosts),
                difference("d", "mean difference to the baseline with the costs of this report", Paired::mean),
                difference(
                        "d at costs x2",
                        "mean difference to the baseline if all costs were twice as high; another sign than d says that the costs decide",
                        Paired::atDoubledCosts));
    }

    private static Column result(String head, String meaning, Function<PolicyMeasures, Optional<Double>> mean) {
        return Column.of(head, meaning, measures -> signed(mean.apply(measures)));
    }

    private static Column difference(String head, String meaning, Function<Paired, Optional<Double>> mean) {
        return new Column(
                head, meaning, row -> signed(row.comparison().flatMap(compared -> mean.apply(compared.paired()))));
    }

    private static String signed(Optional<Double> mean) {
        return Format.orUnknown(mean, value -> Format.signed(value, 3));
    }
}
