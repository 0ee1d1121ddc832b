package io.exitbrain.health.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one probe found.
 *
 * @param latencyMs how long the dependency took to answer; empty where it did not
 * @param error one sentence with cause and address; empty where all is well
 * @param details more about a dependency of its kind; values are numbers, texts and lists of texts
 */
public record Finding(Status status, OptionalDouble latencyMs, Optional<String> error, Map<String, Object> details) {

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

    /** It answered, and badly. */
    public static Finding down(double latencyMs, String error) {
        return new Finding(Status.DOWN, OptionalDouble.of(latencyMs), Optional.of(error), Map.of());
    }

    /** It did not answer. */
    public static Finding down(String error) {
        return new Finding(Status.DOWN, OptionalDouble.empty(), Optional.of(error), Map.of());
    }

    public Finding with(Map<String, Object> newDetails) {
        return new Finding(status, latencyMs, error, newDetails);
    }
}
