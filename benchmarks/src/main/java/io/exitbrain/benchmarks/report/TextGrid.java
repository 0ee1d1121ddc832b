package io.exitbrain.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of equal width, for a terminal. */
final class TextGrid implements Grid {

    private static final String GAP = "  ";

    @Override
    public String heading(String text) {
        return "%n%s%n".formatted(text);
    }

    @Override
    public String table(List<String> header, List<List<String>> lines) {
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        int[] widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        all.forEach(line -> text.append(padded(line, widths)));
        return text.toString();
    }

    @Override
    public String line(String text) {
        return GAP + text + System.lineSeparator();
    }

    private static String padded(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String blanks = " ".repeat(widths[column] - cells.get(column).length());
            line.append(GAP).append(column == 0 ? cells.get(column) + blanks : blanks + cells.get(column));
        }
        return line.toString().stripTrailing() + System.lineSeparator();
    }
}
