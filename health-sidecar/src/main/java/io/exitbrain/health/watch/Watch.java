package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Attempt;
import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Probe;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Mask;
import io.exitbrain.health.settings.Settings;
import io.exitbrain.health.watch.History.TimedFinding;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one dependency: probes it at every tick and keeps what the probes found. */
final class Watch implements AutoCloseable {

    /** A hanging probe ends at its timeout. If even the timeout does not end it, a second probe may run beside it, but no third. */
    private static final int MAX_RUNNING = 2;

    /** The first probe also loads its client. If it finds something bad, the second one does not wait for the interval. */
    private static final Duration SECOND_PROBE_AFTER = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Dependency dependency;
    private final Duration interval;
    private final Damping damping;
    private final Probe probe;
    private final Scheduler scheduler;
    private final Clocks clocks;
    private final History history;
    private Optional<Mask> shownMask;
    private @Nullable Attempt current;
    private long currentSinceNanos;
    private int running;
    private boolean isClosed;

    Watch(Dependency dependency, Settings settings, Probe probe, Scheduler scheduler, Clocks clocks) {
        this.dependency = dependency;
        this.interval = settings.interval();
        this.damping = settings.damping();
        this.probe = probe;
        this.scheduler = scheduler;
        this.clocks = clocks;
        this.history = new History();
        this.shownMask = maskNow();
    }

    private Watch(Watch fresh, History history, Optional<Mask> maskBefore) {
        this.dependency = fresh.dependency;
        this.interval = fresh.interval;
        this.damping = fresh.damping;
        this.probe = fresh.probe;
        this.scheduler = fresh.scheduler;
        this.clocks = fresh.clocks;
        this.history = history;
        this.shownMask = maskNow().or(() -> maskBefore);
    }

    /** Continues the history of {@code before}. The mask of {@code before} stays until the first finding. */
    Watch following(Watch before) {
        synchronized (before) {
            return new Watch(this, before.history.copy(), before.shownMask);
        }
    }

    /** Whether this watch needs no change under {@code settings}. */
    boolean isFor(Dependency other, Settings settings) {
        return dependency.equals(other) && interval.equals(settings.interval()) && damping.equals(settings.damping());
    }

    Dependency dependency() {
        return dependency;
    }

    /** Starts a probe, unless the dependency is masked or a probe is running. */
    void tick() {
        Optional<Attempt> attempt = next();
        attempt.ifPresent(started -> {
            scheduler.after(
                    dependency.timeout(), () -> started.expire().ifPresent(finding -> record(started, finding)));
            scheduler.run(() -> run(started));
        });
    }

    private synchronized Optional<Attempt> next() {
        Optional<Mask> mask = maskNow();
        if (mask.isPresent()) {
            shownMask = mask;
            return Optional.empty();
        }
        return isClosed || current != null || running == MAX_RUNNING ? Optional.empty() : Optional.of(begin());
    }

    private Attempt begin() {
        Attempt attempt = new Attempt(dependency);
        running++;
        current = attempt;
        currentSinceNanos = clocks.nanos().getAsLong();
        return attempt;
    }

    private void run(Attempt attempt) {
        try {
            attempt.run(probe).ifPresent(finding -> record(attempt, finding));
        } finally {
            synchronized (this) {
                running--;
            }
        }
    }

    private synchronized void record(Attempt attempt, Finding finding) {
        if (current == attempt) {
            current = null;
        }
        if (!isClosed) {
            record(finding);
        }
    }

    private void record(Finding finding) {
        boolean isFirst = history.newest().isEmpty();
        Status before = status().status();
        shownMask = Optional.empty();
        history.add(new TimedFinding(clocks.nanos().getAsLong(), finding));
        logChange(isFirst, before, status());
        if (isFirst && finding.status() != Status.OK) {
            scheduler.after(SECOND_PROBE_AFTER.compareTo(interval) < 0 ? SECOND_PROBE_AFTER : interval, this::tick);
        }
    }

    private static void logChange(boolean isFirst, Status before, DependencyStatus now) {
        if (isFirst || before != now.status()) {
            String change = isFirst ? "" : before + " -> ";
            log.info(
                    "{}: {}{} {}", now.name(), change, now.status(), now.error().orElse(""));
        }
    }

    synchronized DependencyStatus status() {
        return new StatusAssessment(dependency, interval, damping, history, shownMask, waitingSeconds(), clocks)
                .status();
    }

    private double waitingSeconds() {
        return current == null ? 0 : clocks.secondsSince(currentSinceNanos);
    }

    private Optional<Mask> maskNow() {
        return dependency.mask().filter(mask -> mask.isOnAt(clocks.wall().instant()));
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        probe.close();
    }
}
