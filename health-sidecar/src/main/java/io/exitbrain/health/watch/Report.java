package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the service and what it depends on are.
 *
 * @param settingsFault why the settings file as it is now is not in use; empty where it is
 */
public record Report(
        Settings settings,
        Optional<String> settingsFault,
        Instant timestamp,
        double uptimeSeconds,
        List<Standing> dependencies) {

    public Report {
        dependencies = List.copyOf(dependencies);
    }

    /** A critical dependency DOWN is DOWN; another DOWN, or any DEGRADED, is DEGRADED; else OK. */
    public Status status() {
        if (dependencies.stream().anyMatch(Standing::isCriticallyDown)) {
            return Status.DOWN;
        }
        return dependencies.stream().anyMatch(one -> one.status().isWorseThan(Status.OK)) ? Status.DEGRADED : Status.OK;
    }

    /** Whether every dependency was probed once, and none that is critical is DOWN. */
    public boolean isReady() {
        return status() != Status.DOWN
                && dependencies.stream().allMatch(one -> one.isProbed() || one.status() == Status.NOT_APPLICABLE);
    }
}
