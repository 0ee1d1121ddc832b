package io.exitbrain.acceptance.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in an expression of Prometheus. */
final class Expression {

    private static final String NAME = "[a-zA-Z_:][\\w:]*";
    private static final String BRACES = "\\{((?:[^}\"]|\"[^\"]*\")*)\\}";
    private static final Pattern SELECTOR = Pattern.compile("(" + NAME + ")\\s*" + BRACES);
    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern METRIC = Pattern.compile("(?<![\\w.:])" + NAME + "(?![\\w:]*\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    private final String text;

    /** A condition on a label of {@code metric}: one of {@code values} must be there. */
    record Condition(String metric, String label, List<String> values) {}

    Expression(String text) {
        this.text = text;
    }

    Set<String> metrics() {
        String bare =
                text.replaceAll(BRACES, " ").replaceAll("\\[[^\\]]*\\]", " ").replaceAll("offset\\s+\\w+", " ");
        Set<String> names = new TreeSet<>();
        Matcher names0 = METRIC.matcher(GROUPING.matcher(bare).replaceAll(" "));
        while (names0.find()) {
            names.add(names0.group());
        }
        names.removeAll(WORDS);
        return names;
    }

    /** The conditions with = and =~, but for those on a variable of the dashboard. */
    List<Condition> conditions() {
        List<Condition> found = new ArrayList<>();
        Matcher selectors = SELECTOR.matcher(text);
        while (selectors.find()) {
            Matcher conditions = CONDITION.matcher(selectors.group(2));
            while (conditions.find()) {
                if (!conditions.group(2).startsWith("!") && !conditions.group(3).startsWith("$")) {
                    List<String> values = List.of(conditions.group(3).split("\\|"));
                    found.add(new Condition(selectors.group(1), conditions.group(1), values));
                }
            }
        }
        return found;
    }

    /** The labels that are grouped or matched by. */
    Set<String> groupings() {
        Set<String> labels = new TreeSet<>();
        Matcher groupings = GROUPING.matcher(text);
        while (groupings.find()) {
            labels.addAll(List.of(groupings.group(1).split("\\s*,\\s*")));
        }
        return labels;
    }

    @Override
    public String toString() {
        return text;
    }
}
