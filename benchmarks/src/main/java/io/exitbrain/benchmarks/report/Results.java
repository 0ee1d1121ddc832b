package io.exitbrain.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The samples of a run so far, and what was left out of it and why. */
public final class Results {

    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();

    private record Key(String section, String group, String candidate, Measure measure) {}

    public void add(Sample sample) {
        samples.add(sample);
    }

    /** Adds what one run of {@code candidate} measured. */
    public void add(String section, String group, String candidate, Map<Measure, Double> measured) {
        measured.forEach((measure, value) -> add(new Sample(section, group, candidate, measure, value)));
    }

    /** Says under which {@code settings} something ran. */
    public void describe(String what, Map<String, String> settings) {
        this.settings.put(what, settings);
    }

    public Map<String, Map<String, String>> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** Says something that a reader of the table must know. */
    public void note(String note) {
        notes.add(note);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** One row for each measure of each candidate, in the order of their first samples. */
    public List<Row> rows() {
        Map<Key, List<Double>> values = new LinkedHashMap<>();
        for (Sample sample : samples) {
            values.computeIfAbsent(keyOf(sample), key -> new ArrayList<>()).add(sample.value());
        }
        List<Row> rows = new ArrayList<>();
        values.forEach((key, all) ->
                rows.add(new Row(key.section(), key.group(), key.candidate(), key.measure(), Spread.of(all))));
        return rows;
    }

    /** The median of a measure; empty where it was not measured. */
    public OptionalDouble median(String section, String group, String candidate, Measure measure) {
        Key key = new Key(section, group, candidate, measure);
        List<Double> values = samples.stream()
                .filter(sample -> keyOf(sample).equals(key))
                .map(Sample::value)
                .toList();
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Spread.of(values).median());
    }

    private static Key keyOf(Sample sample) {
        return new Key(sample.section(), sample.group(), sample.candidate(), sample.measure());
    }
}
