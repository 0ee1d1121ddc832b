package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.yaml.Durations;
import java.util.Locale;
import java.util.Optional;

/** An answer that is right but slow is DEGRADED. */
final class Slowness {

    private static final double NANOS_PER_MS = 1e6;

    private Slowness() {}

    static Finding judged(Finding finding, Dependency dependency) {
        boolean isSlow =
                finding.latencyMs().orElse(0) > dependency.degradedAbove().toNanos() / NANOS_PER_MS;
        if (!isSlow || finding.status() != Status.OK) {
            return finding;
        }
        String sentence = String.format(
                Locale.ROOT,
                "Slow: %.1f ms, degraded above %s: %s",
                finding.latencyMs().orElse(0),
                Durations.inWords(dependency.degradedAbove()),
                dependency.address());
        return new Finding(Status.DEGRADED, finding.latencyMs(), Optional.of(sentence), finding.details());
    }
}
