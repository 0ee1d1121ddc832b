package io.exitbrain.lab.report;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.view.Row;
import io.exitbrain.lab.report.view.Rows;
import java.util.List;

/** A table with a line for each policy, in the order of the user, and the references apart. */
final class PolicyTable {

    private PolicyTable() {}

    static Element of(List<Column> columns, Rows rows) {
        Element head = Element.of("tr").add(Element.of("th", "policy").with("scope", "col"));
        columns.forEach(column -> head.add(Element.of("th", column.head()).with("scope", "col")));
        Element table = Element.of("table").add(Element.of("thead").add(head)).add(body(columns, rows.policies()));
        if (!rows.references().isEmpty()) {
            table.add(body(columns, rows.references()).classed("references"));
        }
        return scrolled(table);
    }

    /** A table that scrolls in its own box, also by the keys. */
    static Element scrolled(Element table) {
        return Element.of("div")
                .classed("scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "table")
                .add(table);
    }

    private static Element body(List<Column> columns, List<Row> rows) {
        Element body = Element.of("tbody");
        rows.forEach(row -> body.add(line(columns, row)));
        return body;
    }

    private static Element line(List<Column> columns, Row row) {
        Element line = Element.of("tr");
        if (row.isChosen()) {
            line.classed("chosen");
        }
        line.add(Element.of("th", row.name()).with("scope", "row"));
        columns.forEach(column -> line.add(Element.of("td", column.cell().apply(row))));
        return line;
    }

    /** What the columns mean. */
    static Element meanings(List<Column> columns) {
        Element list = Element.of("dl");
        for (Column column : columns) {
            list.add(Element.of("dt", column.head())).add(Element.of("dd", column.meaning()));
        }
        return Element.of("details")
                .add(Element.of("summary", "What the columns mean"))
                .add(list);
    }
}
