package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.view.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a plot.
 *
 * @param row the policy that it shows
 * @param style the class of its colour and its dashes
 */
record Series(Row row, String style) {

    static final String BASELINE = "s0";
    static final String CHOSEN = "s1";

    private static final int FIRST_OTHER = 2;

    /** One for each row. The baseline and the chosen policy have the same style in every plot. */
    static List<Series> of(List<Row> rows) {
        List<Series> all = new ArrayList<>();
        int next = FIRST_OTHER;
        for (Row row : rows) {
            boolean isOther = !row.isBaseline() && !row.isChosen();
            all.add(new Series(row, isOther ? "s" + next++ : row.isBaseline() ? BASELINE : CHOSEN));
        }
        return List.copyOf(all);
    }

    /** Those of the baseline and the chosen policy, with the style that they have among all. */
    static List<Series> pair(List<Series> all) {
        return all.stream()
                .filter(series -> series.row().isBaseline() || series.row().isChosen())
                .toList();
    }

    /** A short piece of its line, and its name. */
    Element key() {
        return key(style, row.name());
    }

    static Element key(String style, String name) {
        Element line = Element.of("line")
                .with("x1", 0)
                .with("y1", 5)
                .with("x2", 30)
                .with("y2", 5)
                .classed("line " + style);
        return Element.of("li")
                .add(Element.of("svg")
                        .with("viewBox", "0 0 30 10")
                        .with("aria-hidden", "true")
                        .classed("key")
                        .add(line))
                .add(Element.of("span", name));
    }
}
