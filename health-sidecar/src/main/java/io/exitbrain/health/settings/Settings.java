package io.exitbrain.health.settings;

import java.time.Duration;
import java.util.List;

/**
 * The settings of the sidecar.
 *
 * @param service the name of the service in the report
 * @param interval between two probes of a dependency
 * @param always200 whether {@code /health} answers 200 even for DOWN
 */
public record Settings(
        String service, Duration interval, boolean always200, Damping damping, List<Dependency> dependencies) {

    public Settings {
        dependencies = List.copyOf(dependencies);
    }
}
