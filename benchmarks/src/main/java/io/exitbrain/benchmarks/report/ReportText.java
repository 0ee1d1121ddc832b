package io.exitbrain.benchmarks.report;

import io.exitbrain.benchmarks.report.Results.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as headings and tables: one table for each group of rows, with a line for each candidate and a column for each measure. */
final class ReportText {

    private final Grid grid;
    private final StringBuilder text = new StringBuilder();

    ReportText(Grid grid) {
        this.grid = grid;
    }

    String of(Report report) {
        pairs("Machine", report.machine());
        report.settings().forEach(this::pairs);
        groups(report.rows()).forEach(this::rows);
        goals(report.goals());
        notes(report.notes());
        text.append(grid.heading("Command")).append(grid.line(report.command()));
        return text.toString();
    }

    private void pairs(String title, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            text.append(grid.heading(title));
            pairs.forEach((name, value) -> text.append(grid.line(name + " = " + value)));
        }
    }

    private static Map<String, List<Row>> groups(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.section() + ": " + row.group(), LinkedHashMap::new, Collectors.toList()));
    }

    private void rows(String title, List<Row> rows) {
        List<Measure> measures =
                rows.stream().map(Row::measure).distinct().sorted().toList();
        List<String> header = new ArrayList<>(List.of("candidate"));
        measures.forEach(measure -> header.add(measure.label()));
        List<List<String>> lines = rows.stream()
                .map(Row::candidate)
                .distinct()
                .map(candidate -> line(candidate, measures, rows))
                .toList();
        text.append(grid.heading(title)).append(grid.table(header, lines));
    }

    private static List<String> line(String candidate, List<Measure> measures, List<Row> rows) {
        List<String> cells = new ArrayList<>(List.of(candidate));
        for (Measure measure : measures) {
            cells.add(rows.stream()
                    .filter(row -> row.candidate().equals(candidate) && row.measure() == measure)
                    .findFirst()
                    .map(row -> row.spread().shown(measure))
                    .orElse(""));
        }
        return cells;
    }

    private void goals(List<Goal> goals) {
        if (!goals.isEmpty()) {
            List<List<String>> lines = goals.stream()
                    .map(goal -> List.of(goal.name(), goal.valueInWords(), goal.boundInWords(), goal.verdict()))
                    .toList();
            text.append(grid.heading("Goals"))
                    .append(grid.table(List.of("goal", "measured", "bound", "verdict"), lines));
        }
    }

    private void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            text.append(grid.heading("Notes"));
            notes.forEach(note -> text.append(grid.line(note)));
        }
    }
}
