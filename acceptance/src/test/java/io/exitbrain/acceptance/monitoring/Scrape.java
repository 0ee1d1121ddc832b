package io.exitbrain.acceptance.monitoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An answer of /metrics. */
final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String TYPE = "# TYPE ";

    private final Map<String, Map<String, Set<String>>> labels = new TreeMap<>();
    private final Set<String> families;

    Scrape(String text) {
        List<String> lines = text.lines().toList();
        families = lines.stream()
                .filter(line -> line.startsWith(TYPE))
                .map(line -> line.substring(TYPE.length()).split(" ", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        lines.stream().filter(line -> !line.startsWith("#")).forEach(this::sample);
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("not a line of the text format: " + line);
        }
        Map<String, Set<String>> known = labels.computeIfAbsent(sample.group(1), first -> new HashMap<>());
        Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
        while (label.find()) {
            known.computeIfAbsent(label.group(1), first -> new TreeSet<>()).add(label.group(2));
        }
    }

    /** The names of the samples; a histogram has three. */
    Set<String> names() {
        return labels.keySet();
    }

    /** The names of the metrics; a histogram has one. */
    Set<String> families() {
        return families;
    }

    Set<String> labelsOf(String name) {
        return labels.getOrDefault(name, Map.of()).keySet();
    }

    Set<String> valuesOf(String name, String label) {
        return labels.getOrDefault(name, Map.of()).getOrDefault(label, Set.of());
    }
}
