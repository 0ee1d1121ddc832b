package io.exitbrain.topology.deadletters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a record on {@code dead-letters}. */
record Coordinates(int partition, long offset) implements Comparable<Coordinates> {

    static final String TOPIC = "dead-letters";

    private static final Pattern FORM = Pattern.compile("(?:" + TOPIC + "[-/])?([0-9]{1,9})@([0-9]{1,18})");

    /** Parses {@code 0@12}, {@code dead-letters/0@12} or {@code dead-letters-0@12}. */
    static Optional<Coordinates> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new Coordinates(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Coordinates other) {
        return partition == other.partition
                ? Long.compare(offset, other.offset)
                : Integer.compare(partition, other.partition);
    }

    @Override
    public String toString() {
        return TOPIC + "/" + partition + "@" + offset;
    }
}
