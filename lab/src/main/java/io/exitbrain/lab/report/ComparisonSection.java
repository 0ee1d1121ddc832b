package io.exitbrain.lab.report;

import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.guard.WalkForwardRow;
import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.result.LabResult;
import java.util.List;

/** The numbers of all policies, and what choosing among them is worth. */
final class ComparisonSection {

    private ComparisonSection() {}

    static Element of(LabResult result, Rows rows) {
        boolean isReproducing = result.simulated().fidelity().isReproducing();
        Element section = Element.of("section");
        section.add(
                isReproducing
                        ? Element.of("h2", "The policies")
                        : Element.of("h2", FidelitySection.NOT_REPRODUCING).classed("warning"));
        section.add(Element.of("p", introduction()));
        table(section, MainColumns.all(), rows);
        section.add(Element.of("h3", "More numbers"));
        table(section, MoreColumns.all(), rows);
        section.add(Element.of("h3", "What the costs change"));
        table(section, CostColumns.all(), rows);
        return section.add(Element.of("h3", "Is the choice itself worth anything?"))
                .addAll(choosing(result.judgement()));
    }

    private static void table(Element section, List<Column> columns, Rows rows) {
        section.add(PolicyTable.of(columns, rows)).add(PolicyTable.meanings(columns));
    }

    private static String introduction() {
        return Format.sentence(
                "The policies are in the order in which they were given, which is no ranking. R is the risk of a trade under the baseline. %s stands for a number that is not known. The lines below the double rule are references: no candidates, without a verdict.",
                Format.UNKNOWN);
    }

    private static List<Element> choosing(Judgement judgement) {
        String overfitting = judgement
                .overfitting()
                .map(pbo -> Format.sentence(
                        "Probability of backtest overfitting (PBO): %s. In %s of %s splits of the days the best policy of one half lost against the baseline in the other.",
                        Format.fixed(pbo.probability(), 2),
                        Format.percent(pbo.lossShare()),
                        Format.count(pbo.splits())))
                .orElse("Probability of backtest overfitting (PBO): not known.");
        return List.of(Element.of("p", overfitting + " " + judgement.overfittingNote()), walkForward(judgement));
    }

    private static Element walkForward(Judgement judgement) {
        List<WalkForwardRow> rows = judgement.walkForward().rows();
        if (rows.isEmpty()) {
            return Element.of("p", "Walk-forward: the in-sample days are too few for one window.");
        }
        Element table = Element.of("table")
                .add(Element.of("thead")
                        .add(cells(
                                "th",
                                "chosen from",
                                "scored from",
                                "chosen policy",
                                "d when chosen R",
                                "trades scored",
                                "d when scored R")));
        Element body = Element.of("tbody");
        rows.forEach(row -> body.add(line(row)));
        return Element.of("details")
                .add(Element.of("summary", "Walk-forward: " + Format.count(rows.size(), "window")))
                .add(PolicyTable.scrolled(table.add(body)));
    }

    private static Element line(WalkForwardRow row) {
        return cells(
                "td",
                row.choosingFrom().toString(),
                row.scoringFrom().toString(),
                row.chosen(),
                Format.signed(row.chosenBy(), 3),
                Format.count(row.pairs()),
                Format.orUnknown(row.score(), score -> Format.signed(score, 3)));
    }

    static Element cells(String kind, String... texts) {
        Element line = Element.of("tr");
        for (String text : texts) {
            line.add(Element.of(kind, text));
        }
        return line;
    }
}
