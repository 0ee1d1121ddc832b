package io.exitbrain.lab.report;

import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Row;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.result.LabResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The result as lines for a terminal. */
public final class Summary {

    private static final int MAX_POLICIES = 24;

    private Summary() {}

    /** The verdict, whether the model reproduces the record, the costs, and a line for each policy. */
    public static String text(LabResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(Headline.of(result));
        if (!result.simulated().fidelity().isReproducing()) {
            lines.add(FidelitySection.NOT_REPRODUCING + ". Do not rely on this verdict.");
        }
        lines.add("Fidelity: " + FidelitySection.line(result.simulated().fidelity()));
        lines.add(CostsText.of(result.setup()));
        List<Row> policies = Rows.of(result).policies();
        List<Row> shown = policies.stream()
                .filter(row -> policies.indexOf(row) < MAX_POLICIES || row.isChosen())
                .toList();
        shown.forEach(row -> lines.add("  " + line(row)));
        if (shown.size() < policies.size()) {
            lines.add(Format.sentence("  and %d more, which are in the report", policies.size() - shown.size()));
        }
        return lines.stream().map(Summary::oneLine).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The same, and in which files the report is. */
    public static String text(LabResult result, List<Path> files) {
        StringBuilder text = new StringBuilder(text(result));
        files.forEach(file -> text.append("Written: ").append(file).append('\n'));
        return text.toString();
    }

    /** A name may hold characters that would steer the terminal. */
    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String line(Row row) {
        String numbers = Format.sentence(
                "%s: %s closed, %s open, mean %s R",
                row.name(),
                Format.count(row.measures().closed()),
                Format.count(row.measures().censored()),
                Format.orUnknown(row.measures().results().mean(), mean -> Format.signed(mean, 3)));
        return numbers
                + row.comparison()
                        .map(comparison -> Format.sentence(
                                ", d %s R: %s", Headline.difference(comparison), Headline.word(comparison)))
                        .orElse(" (baseline)");
    }
}
