package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The health of the service and of its dependencies.
 *
 * @param settingsFault why the current settings file is not in use; empty if it is in use
 */
public record Report(
        Settings settings,
        Optional<String> settingsFault,
        Instant timestamp,
        double uptimeSeconds,
        List<DependencyStatus> dependencies) {

    public Report {
        dependencies = List.copyOf(dependencies);
    }

    /** DOWN if a critical dependency is DOWN; DEGRADED if another one is DOWN or any is DEGRADED; else OK. */
    public Status status() {
        if (dependencies.stream().anyMatch(DependencyStatus::isCriticallyDown)) {
            return Status.DOWN;
        }
        return dependencies.stream().anyMatch(one -> one.status().isWorseThan(Status.OK)) ? Status.DEGRADED : Status.OK;
    }

    /** Whether every dependency was probed once and no critical dependency is DOWN. */
    public boolean isReady() {
        return status() != Status.DOWN
                && dependencies.stream().allMatch(one -> one.isProbed() || one.status() == Status.NOT_APPLICABLE);
    }
}
