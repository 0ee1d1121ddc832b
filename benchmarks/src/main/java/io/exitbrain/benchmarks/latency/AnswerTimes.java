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

/** The time of each answer since its cause was due. Answers during the warm-up are left out. */
public final class AnswerTimes {

    public static final String COMMANDS = "price to command";
    public static final String PLANS = "fill to plan";

    private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MS = 1_000;

    private final List<Phase> measured;
    private final Map<String, Histogram> micros = new LinkedHashMap<>();

    AnswerTimes(Schedule schedule) {
        this.measured = schedule.phases().stream().filter(Phase::isMeasured).toList();
        for (Phase phase : measured) {
            micros.put(group(phase.pricesPerSecond(), COMMANDS), new Histogram(MAX_MICROS, DIGITS));
            micros.put(group(phase.pricesPerSecond(), PLANS), new Histogram(MAX_MICROS, DIGITS));
        }
    }

    void command(Due due, long seenNanos) {
        add(COMMANDS, due, seenNanos);
    }

    void plan(Due due, long seenNanos) {
        add(PLANS, due, seenNanos);
    }

    private void add(String answer, Due due, long seenNanos) {
        if (due.phase().isMeasured()) {
            long took = TimeUnit.NANOSECONDS.toMicros(seenNanos - due.nanos());
            micros.computeIfAbsent(
                            group(due.phase().pricesPerSecond(), answer), any -> new Histogram(MAX_MICROS, DIGITS))
                    .recordValue(Math.max(0, Math.min(took, MAX_MICROS)));
        }
    }

    private Histogram histogram(Phase phase, String answer) {
        return Objects.requireNonNull(micros.get(group(phase.pricesPerSecond(), answer)), "a phase of the schedule");
    }

    /** The name of the rows of {@code answer} at this rate. */
    public static String group(int pricesPerSecond, String answer) {
        return String.format(Locale.ROOT, "%s at %,d prices/s", answer, pricesPerSecond);
    }

    /** The percentiles of each group. Every fill must have its plan, so a fill without a plan counts as missing. */
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
