package io.exitbrain.lab.report;

import io.exitbrain.lab.guard.Difference;
import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Row;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The trades in which the chosen policy and the baseline differ most. */
final class DifferencesSection {

    private DifferencesSection() {}

    static Element of(Rows rows) {
        Element section = Element.of("section").add(Element.of("h2", "The trades that differ most"));
        Optional<Row> chosen = rows.chosen();
        List<Difference> largest = chosen.flatMap(Row::comparison)
                .map(comparison -> comparison.paired().largest())
                .orElse(List.of());
        if (largest.isEmpty()) {
            return section.add(Element.of("p", "There are none: no policy was chosen."));
        }
        return section.add(Element.of(
                        "p", "If a few trades make the whole difference, it may not come again. Plot 10 draws them."))
                .add(table(largest, chosen.orElseThrow()));
    }

    private static Element table(List<Difference> largest, Row chosen) {
        Map<Integer, Trade> trades = chosen.trades().stream()
                .collect(Collectors.toMap(trade -> trade.opening().number(), Function.identity()));
        Element body = Element.of("tbody");
        for (Difference difference : largest) {
            body.add(line(
                    difference,
                    Optional.ofNullable(trades.get(difference.number())).map(Trade::opening)));
        }
        return PolicyTable.scrolled(Element.of("table")
                .add(Element.of("thead")
                        .add(ComparisonSection.cells(
                                "th",
                                "trade",
                                "symbol",
                                "side",
                                "fill",
                                "opened",
                                "entry",
                                "baseline R",
                                chosen.name() + " R",
                                "d R")))
                .add(body));
    }

    private static Element line(Difference difference, Optional<Opening> opening) {
        return ComparisonSection.cells(
                "td",
                String.valueOf(difference.number()),
                Format.orUnknown(opening, Opening::symbol),
                Format.orUnknown(opening, open -> open.side().name()),
                Format.orUnknown(opening, Opening::fill),
                Format.orUnknown(opening, open -> Format.time(open.time())),
                Format.orUnknown(opening, open -> Csv.number(open.entry())),
                Format.signed(difference.baseline(), 2),
                Format.signed(difference.policy(), 2),
                Format.signed(difference.value(), 2));
    }
}
