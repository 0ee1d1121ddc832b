package io.exitbrain.benchmarks.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lines by which a measuring JVM prints its numbers: one line of its output for each number. */
public final class MeasuredLines {

    private static final String PREFIX = "measured ";
    private static final String SEPARATOR = ": ";

    private MeasuredLines() {}

    public static String line(Measure measure, double value) {
        return line("", measure, value);
    }

    /** One number of {@code group}; a run may measure several groups. */
    public static String line(String group, Measure measure, double value) {
        return PREFIX + group + SEPARATOR + measure + "=" + value;
    }

    /** The numbers without a group in {@code output}, which may contain other lines. */
    public static Map<Measure, Double> in(String output) {
        return byGroup(output).getOrDefault("", Map.of());
    }

    /** One of {@code measured}; throws if it is missing. */
    public static double value(Map<Measure, Double> measured, Measure measure) {
        Double value = measured.get(measure);
        if (value == null) {
            throw new IllegalStateException("%s was not measured, only %s".formatted(measure, measured));
        }
        return value;
    }

    /** The numbers in {@code output} by group, in the order of their lines. */
    public static Map<String, Map<Measure, Double>> byGroup(String output) {
        Map<String, Map<Measure, Double>> measured = new LinkedHashMap<>();
        output.lines().filter(line -> line.startsWith(PREFIX)).forEach(line -> {
            int separator = line.lastIndexOf(SEPARATOR);
            int equals = line.lastIndexOf('=');
            measured.computeIfAbsent(line.substring(PREFIX.length(), separator), group -> new EnumMap<>(Measure.class))
                    .put(
                            Measure.valueOf(line.substring(separator + SEPARATOR.length(), equals)),
                            Double.parseDouble(line.substring(equals + 1)));
        });
        return measured;
    }
}
