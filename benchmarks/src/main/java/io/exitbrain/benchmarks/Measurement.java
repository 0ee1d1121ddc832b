package io.exitbrain.benchmarks;

import java.util.Locale;

/**
 * One run of one candidate.
 *
 * @param pricesPerSecond in the measured part, after the warm-up
 * @param cpuMicros processor time of the whole process per price, microseconds
 */
record Measurement(String candidate, double pricesPerSecond, double cpuMicros) {

    private static final String MARK = "measured ";

    /** The line a child process prints. */
    String line() {
        return String.format(Locale.ROOT, "%s%s %.1f %.4f", MARK, candidate, pricesPerSecond, cpuMicros);
    }

    /** Finds that line in what a child process printed. */
    static Measurement in(String output) {
        String line = output.lines()
                .filter(text -> text.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the candidate measured nothing: " + output));
        String[] fields = line.substring(MARK.length()).split(" ", -1);
        return new Measurement(fields[0], Double.parseDouble(fields[1]), Double.parseDouble(fields[2]));
    }

    String inWords() {
        return String.format(
                Locale.ROOT, "%-7s %,12.0f prices/s  %6.2f us CPU a price", candidate, pricesPerSecond, cpuMicros);
    }
}
