package io.exitbrain.benchmarks.latency;

import io.exitbrain.benchmarks.latency.Schedule.Due;
import io.exitbrain.benchmarks.report.Measure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long each answer took, from when its cause was due; answers to what only warmed up are left out. */
public final class Answers {

    public static final String COMMANDS = "price to command";
    public static final String PLANS = "fill to plan";

    private static final long MOST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MS = 1_000;

    private final List<Phase> measured;
    private final Map<String, Histogram> micros = new LinkedHashMap<>();

    Answers(Schedule schedule) {
        this.measured = schedule.phases().stream().filter(Phase::isMeasured).toList();
        for (Phase phase : measured) {
            micros.put(group(phase.pricesPerSecond(), COMMANDS), new Histogram(MOST_MICROS, DIGITS));
            micros.put(group(phase.pricesPerSecond(), PLANS), new Histogram(MOST_MICROS, DIGITS));
        }
    }

    void command(Due due, long seenNanos) {
        add(COMMANDS, due, seenNanos);
    }

    void plan(Due due, long seenNanos) {
        add(PLANS, due, seenNanos);
    }

    private void add(String what, Due due, long seenNanos) {
        if (due.phase().isMeasured()) {
            long took = TimeUnit.NANOSECONDS.toMicros(seenNanos - due.nanos());
            micros.computeIfAbsent(
                            group(due.phase().pricesPerSecond(), what), any -> new Histogram(MOST_MICROS, DIGITS))
                    .recordValue(Math.max(0, Math.min(took, MOST_MICROS)));
        }
    }

    private Histogram histogram(Phase phase, String what) {
        return Objects.requireNonNull(micros.get(group(phase.pricesPerSecond(), what)), "a phase of the schedule");
    }

    /** What the rows of {@code what} at that rate are called. */
    public static String group(int pricesPerSecond, String what) {
        return String.format(Locale.ROOT, "%s at %,d prices/s", what, pricesPerSecond);
    }

    /** The percentiles, by what was measured; every fill must have its plan, so those without count as missing. */
    Map<String, Map<Measure, Double>> all() {
        Map<String, Map<Measure, Double>> all = new LinkedHashMap<>();
        micros.forEach((group, histogram) -> all.put(group, percentiles(histogram)));
        for (Phase phase : measured) {
            long fills = phase.millis() / Schedule.FILL_MS;
            long planned = histogram(phase, PLANS).getTotalCount();
            all.computeIfPresent(group(phase.pricesPerSecond(), PLANS), (group, values) -> {
                values.put(Measure.MISSING, (double) fills - planned);
                return values;
            });
        }
        return all;
    }

    private static Map<Measure, Double> percentiles(Histogram histogram) {
        Map<Measure, Double> percentiles = new HashMap<>();
        percentiles.put(Measure.ANSWERS, (double) histogram.getTotalCount());
        if (histogram.getTotalCount() == 0) {
            return percentiles;
        }
        Map.of(Measure.P50, 50.0, Measure.P90, 90.0, Measure.P99, 99.0, Measure.P999, 99.9, Measure.MAX, 100.0)
                .forEach((measure, percentile) ->
                        percentiles.put(measure, histogram.getValueAtPercentile(percentile) / MICROS_PER_MS));
        return percentiles;
    }
}
