package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Mask;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads from what was seen how a dependency is now.
 *
 * @param waitingSeconds how long a probe has been waiting for its answer; 0 where none is
 */
record Reading(
        Dependency dependency,
        Duration interval,
        Damping damping,
        History history,
        Optional<Mask> mask,
        double waitingSeconds,
        Clocks clocks) {

    private static final int STALE_INTERVALS = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    Standing standing() {
        if (mask.isPresent()) {
            return standing(Status.NOT_APPLICABLE, Optional.empty(), Optional.empty());
        }
        Optional<Seen> newest = history.newest();
        if (newest.isEmpty()) {
            return standing(Status.DOWN, Optional.of("No probe has finished yet: " + dependency.address()), newest);
        }
        double ageSeconds = clocks.secondsSince(newest.get().atNanos());
        if (ageSeconds > STALE_INTERVALS * (interval.toNanos() / NANOS_PER_SECOND)) {
            String sentence = "No probe finished for %d s: %s".formatted((long) ageSeconds, dependency.address());
            return standing(Status.DOWN, Optional.of(sentence), newest);
        }
        return damped(newest.get());
    }

    private Standing damped(Seen newest) {
        Finding shown = orWaiting(Damped.of(history.last(damping.of()), damping));
        Optional<Finding> hidden =
                Optional.of(newest.finding()).filter(finding -> finding.status().isWorseThan(shown.status()));
        return new Standing(
                dependency,
                shown.status(),
                shown.latencyMs(),
                shown.error(),
                shown.details(),
                OptionalDouble.of(clocks.secondsSince(newest.atNanos())),
                mask,
                hidden,
                strip(),
                history.tally());
    }

    /** Who lets a probe wait for longer than a slow answer may take is slow already: nobody waits for the timeout to say so. */
    private Finding orWaiting(Finding shown) {
        boolean isSlow = waitingSeconds > dependency.degradedAbove().toNanos() / NANOS_PER_SECOND;
        if (!isSlow || shown.status() != Status.OK || damping.failures() > 1) {
            return shown;
        }
        String sentence = String.format(Locale.ROOT, "No answer for %.1f s: %s", waitingSeconds, dependency.address());
        return new Finding(Status.DEGRADED, shown.latencyMs(), Optional.of(sentence), shown.details());
    }

    private Standing standing(Status status, Optional<String> error, Optional<Seen> newest) {
        OptionalDouble ageSeconds = newest.isPresent()
                ? OptionalDouble.of(clocks.secondsSince(newest.get().atNanos()))
                : OptionalDouble.empty();
        return new Standing(
                dependency,
                status,
                OptionalDouble.empty(),
                error,
                Map.of(),
                ageSeconds,
                mask,
                Optional.empty(),
                strip(),
                history.tally());
    }

    private List<Standing.Mark> strip() {
        return history.all().stream()
                .map(seen -> new Standing.Mark(
                        seen.finding().status(),
                        seen.finding().latencyMs(),
                        seen.finding().error(),
                        clocks.secondsSince(seen.atNanos())))
                .toList();
    }
}
