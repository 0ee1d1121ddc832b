package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Mask;
import io.exitbrain.health.watch.History.TimedFinding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rules that turn the history of a dependency into its status.
 *
 * @param mask why the dependency is NOT_APPLICABLE now
 * @param waitingSeconds how long the current probe has waited for its answer; 0 without a current probe
 */
record StatusAssessment(
        Dependency dependency,
        Duration interval,
        Damping damping,
        History history,
        Optional<Mask> mask,
        double waitingSeconds,
        Clocks clocks) {

    private static final int MAX_AGE_INTERVALS = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    DependencyStatus status() {
        if (mask.isPresent()) {
            return withoutFinding(Status.NOT_APPLICABLE, Optional.empty(), OptionalDouble.empty());
        }
        return history.newest().map(this::byAge).orElseGet(this::notProbedYet);
    }

    private DependencyStatus notProbedYet() {
        String error = "No probe has finished yet: " + dependency.address();
        return withoutFinding(Status.DOWN, Optional.of(error), OptionalDouble.empty());
    }

    private DependencyStatus byAge(TimedFinding newest) {
        double ageSeconds = clocks.secondsSince(newest.atNanos());
        return ageSeconds > MAX_AGE_INTERVALS * seconds(interval)
                ? outdated(ageSeconds)
                : byFindings(newest, ageSeconds);
    }

    private DependencyStatus outdated(double ageSeconds) {
        String error = "No probe finished for %d s: %s".formatted((long) ageSeconds, dependency.address());
        return withoutFinding(Status.DOWN, Optional.of(error), OptionalDouble.of(ageSeconds));
    }

    private DependencyStatus byFindings(TimedFinding newest, double ageSeconds) {
        Finding shown = degradedIfWaiting(history.damped(damping));
        Optional<Finding> hidden =
                Optional.of(newest.finding()).filter(finding -> finding.status().isWorseThan(shown.status()));
        return status(shown, OptionalDouble.of(ageSeconds), hidden);
    }

    /** A probe that has waited longer than {@code degraded-above} counts as DEGRADED before its timeout. */
    private Finding degradedIfWaiting(Finding shown) {
        boolean isSlow = waitingSeconds > seconds(dependency.degradedAbove());
        if (!isSlow || shown.status() != Status.OK || damping.failures() > 1) {
            return shown;
        }
        String error = String.format(Locale.ROOT, "No answer for %.1f s: %s", waitingSeconds, dependency.address());
        return new Finding(Status.DEGRADED, shown.latencyMs(), Optional.of(error), shown.details());
    }

    private DependencyStatus status(Finding shown, OptionalDouble ageSeconds, Optional<Finding> hidden) {
        return new DependencyStatus(
                dependency,
                shown.status(),
                shown.latencyMs(),
                shown.error(),
                shown.details(),
                ageSeconds,
                mask,
                hidden,
                strip(),
                history.counts());
    }

    private DependencyStatus withoutFinding(Status status, Optional<String> error, OptionalDouble ageSeconds) {
        return new DependencyStatus(
                dependency,
                status,
                OptionalDouble.empty(),
                error,
                Map.of(),
                ageSeconds,
                mask,
                Optional.empty(),
                strip(),
                history.counts());
    }

    private List<DependencyStatus.Mark> strip() {
        return history.all().stream().map(this::mark).toList();
    }

    private DependencyStatus.Mark mark(TimedFinding timed) {
        Finding finding = timed.finding();
        return new DependencyStatus.Mark(
                finding.status(), finding.latencyMs(), finding.error(), clocks.secondsSince(timed.atNanos()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
