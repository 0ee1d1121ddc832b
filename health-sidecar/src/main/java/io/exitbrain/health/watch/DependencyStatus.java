package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Mask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The status of a dependency as it is reported now.
 *
 * @param error why the dependency is not OK
 * @param ageSeconds time since the last probe finished; empty before the first
 * @param mask why the dependency is NOT_APPLICABLE, if it is configured so
 * @param newest the newest finding, if damping hides it
 * @param strip the last probes, oldest first
 * @param counts probes by the status that they found
 */
public record DependencyStatus(
        Dependency dependency,
        Status status,
        OptionalDouble latencyMs,
        Optional<String> error,
        Map<String, Object> details,
        OptionalDouble ageSeconds,
        Optional<Mask> mask,
        Optional<Finding> newest,
        List<Mark> strip,
        Map<Status, Long> counts) {

    /** One probe in the strip. */
    public record Mark(Status status, OptionalDouble latencyMs, Optional<String> error, double ageSeconds) {}

    public String name() {
        return dependency.name();
    }

    public boolean isProbed() {
        return ageSeconds.isPresent();
    }

    /** The number of probes that found {@code found}. */
    public long count(Status found) {
        return counts.getOrDefault(found, 0L);
    }

    boolean isCriticallyDown() {
        return dependency.isCritical() && status == Status.DOWN;
    }
}
