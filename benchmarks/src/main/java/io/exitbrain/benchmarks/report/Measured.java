package io.exitbrain.benchmarks.report;

import java.util.EnumMap;
import java.util.Map;

/** How a JVM that measures tells what it measured: one line of its output for each number. */
public final class Measured {

    private static final String MARK = "measured ";

    private Measured() {}

    public static String line(Measure measure, double value) {
        return MARK + measure + "=" + value;
    }

    /** What is told in {@code output}, which may hold other lines too. */
    public static Map<Measure, Double> in(String output) {
        Map<Measure, Double> measured = new EnumMap<>(Measure.class);
        output.lines().filter(line -> line.startsWith(MARK)).forEach(line -> {
            int equals = line.indexOf('=');
            measured.put(
                    Measure.valueOf(line.substring(MARK.length(), equals)),
                    Double.parseDouble(line.substring(equals + 1)));
        });
        return measured;
    }
}
