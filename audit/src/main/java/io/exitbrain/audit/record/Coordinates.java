package io.exitbrain.audit.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands on a broker. */
public record Coordinates(String topic, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    /** Reads {@code topic-partition@offset}; empty if {@code text} is not of this form. */
    public static Optional<Coordinates> parse(String text) {
        return of(FORM.matcher(text), text);
    }

    /** The first coordinates in {@code text}; empty if it has none. */
    public static Optional<Coordinates> in(String text) {
        Matcher form = FORM.matcher(text);
        return form.find() ? Optional.of(read(form)) : Optional.empty();
    }

    private static Optional<Coordinates> of(Matcher form, String text) {
        return form.matches() && form.end() == text.length() ? Optional.of(read(form)) : Optional.empty();
    }

    private static Coordinates read(Matcher form) {
        return new Coordinates(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
