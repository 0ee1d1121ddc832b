package io.exitbrain.benchmarks.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a JVM that measures tells what it measured: one line of its output for each number. */
public final class Measured {

    private static final String MARK = "measured ";
    private static final String AS = ": ";

    private Measured() {}

    public static String line(Measure measure, double value) {
        return line("", measure, value);
    }

    /** Where one run measures several things, {@code group} says which. */
    public static String line(String group, Measure measure, double value) {
        return MARK + group + AS + measure + "=" + value;
    }

    /** What is told in {@code output}, which may hold other lines too; of one group. */
    public static Map<Measure, Double> in(String output) {
        return byGroup(output).getOrDefault("", Map.of());
    }

    /** One of {@code measured}; throws where it is not there. */
    public static double value(Map<Measure, Double> measured, Measure measure) {
        Double value = measured.get(measure);
        if (value == null) {
            throw new IllegalStateException("%s was not measured, only %s".formatted(measure, measured));
        }
        return value;
    }

    public static Map<String, Map<Measure, Double>> byGroup(String output) {
        Map<String, Map<Measure, Double>> measured = new LinkedHashMap<>();
        output.lines().filter(line -> line.startsWith(MARK)).forEach(line -> {
            int as = line.lastIndexOf(AS);
            int equals = line.lastIndexOf('=');
            measured.computeIfAbsent(line.substring(MARK.length(), as), group -> new EnumMap<>(Measure.class))
                    .put(
                            Measure.valueOf(line.substring(as + AS.length(), equals)),
                            Double.parseDouble(line.substring(equals + 1)));
        });
        return measured;
    }
}
