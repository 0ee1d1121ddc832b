package io.exitbrain.benchmarks.report;

import java.util.Collections;
import java.util.List;

/** Markdown, for the documentation. */
final class MarkdownGrid implements Grid {

    @Override
    public String heading(String text) {
        return "%n### %s%n%n".formatted(text);
    }

    @Override
    public String table(List<String> header, List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        text.append(row(header))
                .append("|---")
                .append(String.join("", Collections.nCopies(header.size() - 1, "|---:")));
        text.append("|").append(System.lineSeparator());
        lines.forEach(line -> text.append(row(line)));
        return text.toString();
    }

    @Override
    public String line(String text) {
        return "- " + text + System.lineSeparator();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |" + System.lineSeparator();
    }
}
