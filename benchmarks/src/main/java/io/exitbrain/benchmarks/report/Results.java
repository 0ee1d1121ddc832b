package io.exitbrain.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The samples of a run so far, the settings that it ran under, and notes for its reader. */
public final class Results {

    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();

    /**
     * One number from one run of one candidate.
     *
     * @param group the load of the candidates, for example {@code 1,000 symbols}
     */
    public record Sample(String section, String group, String candidate, Measure measure, double value) {

        private Key key() {
            return new Key(section, group, candidate, measure);
        }
    }

    private record Key(String section, String group, String candidate, Measure measure) {}

    /** One measure of one candidate over all rounds. */
    public record Row(String section, String group, String candidate, Measure measure, Spread spread) {}

    /** The values of all rounds: the median, the smallest and the largest. The names of the components are keys of the JSON report. */
    public record Spread(double median, double least, double most, int rounds) {

        /** Of at least one value. The median of an even number of values is the mean of the two in the middle. */
        public static Spread of(List<Double> values) {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int rounds = sorted.length;
            double median = (sorted[(rounds - 1) / 2] + sorted[rounds / 2]) / 2;
            return new Spread(median, sorted[0], sorted[rounds - 1], rounds);
        }

        String shown(Measure measure) {
            return rounds == 1
                    ? measure.shown(median)
                    : "%s (%s-%s)".formatted(measure.shown(median), measure.shown(least), measure.shown(most));
        }
    }

    public void add(Sample sample) {
        samples.add(sample);
    }

    /** Adds the numbers of one run of {@code candidate}. */
    public void add(String section, String group, String candidate, Map<Measure, Double> measured) {
        measured.forEach((measure, value) -> add(new Sample(section, group, candidate, measure, value)));
    }

    /** Records the {@code settings} of {@code owner}, for example of the broker. */
    public void describe(String owner, Map<String, String> settings) {
        this.settings.put(owner, settings);
    }

    public Map<String, Map<String, String>> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** Adds a sentence that a reader of the report must know. */
    public void note(String note) {
        notes.add(note);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** One row for each measure of each candidate, in the order of the first samples. */
    public List<Row> rows() {
        Map<Key, List<Double>> values = new LinkedHashMap<>();
        for (Sample sample : samples) {
            values.computeIfAbsent(sample.key(), key -> new ArrayList<>()).add(sample.value());
        }
        List<Row> rows = new ArrayList<>();
        values.forEach((key, all) ->
                rows.add(new Row(key.section(), key.group(), key.candidate(), key.measure(), Spread.of(all))));
        return rows;
    }

    /** The median of a measure; empty if it was not measured. */
    public OptionalDouble median(String section, String group, String candidate, Measure measure) {
        Key key = new Key(section, group, candidate, measure);
        List<Double> values = samples.stream()
                .filter(sample -> sample.key().equals(key))
                .map(Sample::value)
                .toList();
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Spread.of(values).median());
    }
}
