package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.yaml.Durations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of one probe.
 *
 * @param latencyMs time until the dependency answered; empty if it did not
 * @param error one sentence with cause and address; empty for OK
 * @param details more about a dependency of its kind; values are numbers, texts and lists of texts
 */
public record Finding(Status status, OptionalDouble latencyMs, Optional<String> error, Map<String, Object> details) {

    private static final double NANOS_PER_MS = 1e6;

    public Finding {
        if (status == Status.NOT_APPLICABLE) {
            throw new IllegalArgumentException("a probe cannot find NOT_APPLICABLE: only configuration says so");
        }
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static Finding ok(double latencyMs) {
        return new Finding(Status.OK, OptionalDouble.of(latencyMs), Optional.empty(), Map.of());
    }

    public static Finding degraded(double latencyMs, String error) {
        return new Finding(Status.DEGRADED, OptionalDouble.of(latencyMs), Optional.of(error), Map.of());
    }

    /** The dependency answered, but the answer is bad. */
    public static Finding down(double latencyMs, String error) {
        return new Finding(Status.DOWN, OptionalDouble.of(latencyMs), Optional.of(error), Map.of());
    }

    /** The dependency did not answer. */
    public static Finding down(String error) {
        return new Finding(Status.DOWN, OptionalDouble.empty(), Optional.of(error), Map.of());
    }

    /** DEGRADED if this is OK but slower than the dependency may be. */
    Finding degradedIfSlow(Dependency dependency) {
        double answeredMs = latencyMs.orElse(0);
        if (status != Status.OK || answeredMs <= dependency.degradedAbove().toNanos() / NANOS_PER_MS) {
            return this;
        }
        String limit = Durations.inWords(dependency.degradedAbove());
        String slow = String.format(
                Locale.ROOT, "Slow: %.1f ms, degraded above %s: %s", answeredMs, limit, dependency.address());
        return new Finding(Status.DEGRADED, latencyMs, Optional.of(slow), details);
    }
}
