package io.exitbrain.audit.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands on a broker. */
public record Coordinates(String topic, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    /** Reads {@code topic-partition@offset}; empty if {@code text} is not of this form. */
    public static Optional<Coordinates> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(read(form)) : Optional.empty();
    }

    /** The last coordinates in {@code text}; empty if it has none. */
    public static Optional<Coordinates> lastIn(String text) {
        Optional<Coordinates> last = Optional.empty();
        for (Matcher form = FORM.matcher(text); form.find(); ) {
            last = Optional.of(read(form));
        }
        return last;
    }

    private static Coordinates read(Matcher form) {
        return new Coordinates(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
