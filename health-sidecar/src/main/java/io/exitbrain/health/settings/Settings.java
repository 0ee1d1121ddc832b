package io.exitbrain.health.settings;

import java.time.Duration;
import java.util.List;

/**
 * What the sidecar answers for, and how.
 *
 * @param interval between two probes of a dependency
 * @param always200 whether {@code /health} answers 200 even when the status is DOWN
 */
public record Settings(
        String service, Duration interval, boolean always200, Damping damping, List<Dependency> dependencies) {

    public Settings {
        dependencies = List.copyOf(dependencies);
    }
}
