package io.exitbrain.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The notation for headings, lines and tables. */
interface Grid {

    String heading(String text);

    /** A table; its first column contains names, the others numbers. */
    String table(List<String> header, List<List<String>> lines);

    String line(String text);

    /** Columns of equal width, for a terminal. */
    final class Text implements Grid {

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
                    .map(column -> width(all, column))
                    .toArray();
            StringBuilder text = new StringBuilder();
            all.forEach(line -> text.append(padded(line, widths)));
            return text.toString();
        }

        @Override
        public String line(String text) {
            return GAP + text + System.lineSeparator();
        }

        private static int width(List<List<String>> lines, int column) {
            return lines.stream()
                    .mapToInt(line -> line.get(column).length())
                    .max()
                    .orElse(0);
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

    /** Markdown, for the documentation. */
    final class Markdown implements Grid {

        @Override
        public String heading(String text) {
            return "%n### %s%n%n".formatted(text);
        }

        @Override
        public String table(List<String> header, List<List<String>> lines) {
            StringBuilder text = new StringBuilder(row(header));
            text.append("|---")
                    .append(String.join("", Collections.nCopies(header.size() - 1, "|---:")))
                    .append("|")
                    .append(System.lineSeparator());
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
}
