package io.exitbrain.yaml;

import java.util.Locale;
import java.util.Optional;

/** Yes and no as text: true, on, yes, 1 and false, off, no, 0, in any case. */
public final class Booleans {

    private Booleans() {}

    /** The value that {@code text} says; empty if it says neither yes nor no. */
    public static Optional<Boolean> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> Optional.of(true);
            case "false", "off", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
