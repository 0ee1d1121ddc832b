package io.exitbrain.health.settings;

import java.util.Locale;
import java.util.Optional;

/** Yes or no as people write it. */
final class Flag {

    private Flag() {}

    static Optional<Boolean> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> Optional.of(true);
            case "false", "off", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
