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
 * How a dependency is now, as it is told.
 *
 * @param error why it is not OK
 * @param ageSeconds since the last probe finished; empty where none has
 * @param mask why it does not apply, where somebody said so
 * @param newest the newest finding where damping shows another
 * @param strip the last probes, oldest first
 */
public record Standing(
        Dependency dependency,
        Status status,
        OptionalDouble latencyMs,
        Optional<String> error,
        Map<String, Object> details,
        OptionalDouble ageSeconds,
        Optional<Mask> mask,
        Optional<Finding> newest,
        List<Mark> strip,
        Tally tally) {

    /** One probe in the strip. */
    public record Mark(Status status, OptionalDouble latencyMs, Optional<String> error, double ageSeconds) {}

    public String name() {
        return dependency.name();
    }

    public boolean isProbed() {
        return ageSeconds.isPresent();
    }

    boolean isCriticallyDown() {
        return dependency.isCritical() && status == Status.DOWN;
    }
}
