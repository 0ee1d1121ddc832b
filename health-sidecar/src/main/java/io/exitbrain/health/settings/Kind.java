package io.exitbrain.health.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kind of a dependency, which decides how it is probed. */
public enum Kind {
    REDIS(Duration.ofSeconds(2), Duration.ofMillis(500)),
    KAFKA(Duration.ofSeconds(2), Duration.ofSeconds(1)),
    HTTP(Duration.ofSeconds(5), Duration.ofSeconds(2)),
    TCP(Duration.ofSeconds(2), Duration.ofMillis(500));

    private static final Set<String> COMMON =
            Set.of("kind", "address", "critical", "timeout", "degraded-above", "enabled", "reason", "until");

    private final Duration timeout;
    private final Duration degradedAbove;

    Kind(Duration timeout, Duration degradedAbove) {
        this.timeout = timeout;
        this.degradedAbove = degradedAbove;
    }

    static Optional<Kind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.inWords().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Kind::inWords).toList();
    }

    public String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration defaultTimeout() {
        return timeout;
    }

    Duration defaultDegradedAbove() {
        return degradedAbove;
    }

    Set<String> keys() {
        Set<String> keys = new HashSet<>(COMMON);
        keys.addAll(ownKeys());
        return keys;
    }

    private Set<String> ownKeys() {
        return switch (this) {
            case KAFKA -> Set.of("group", "group-required", "lag-degraded-above", "kafka");
            case HTTP -> Set.of("body-status", "token-file");
            case REDIS, TCP -> Set.of();
        };
    }
}
