package io.exitbrain.benchmarks.report;

import java.util.List;

/** How headings and tables are written. */
interface Grid {

    String heading(String text);

    /** A table; its first column holds names, the others numbers. */
    String table(List<String> header, List<List<String>> lines);

    String line(String text);
}
