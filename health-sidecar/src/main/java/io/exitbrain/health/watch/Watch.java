package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Attempt;
import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Probe;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Mask;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one dependency: probes it at every tick and remembers what was found. */
final class Watch implements AutoCloseable {

    /** A probe that hangs is given up at its timeout; should even that not end it, one more may be tried beside it, and no third. */
    private static final int MOST_AT_ONCE = 2;

    /** The first probe also loads the client it uses: where it finds something bad, the second one does not wait for its interval. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Dependency dependency;
    private final Duration interval;
    private final Damping damping;
    private final Probe probe;
    private final Pulse pulse;
    private final Clocks clocks;
    private final History history;
    private Optional<Mask> shownMask;
    private @Nullable Attempt current;
    private long currentSinceNanos;
    private int running;
    private boolean isClosed;

    Watch(Dependency dependency, Duration interval, Damping damping, Probe probe, Pulse pulse, Clocks clocks) {
        this(dependency, interval, damping, probe, pulse, clocks, new History(), Optional.empty());
    }

    private Watch(
            Dependency dependency,
            Duration interval,
            Damping damping,
            Probe probe,
            Pulse pulse,
            Clocks clocks,
            History history,
            Optional<Mask> maskBefore) {
        this.dependency = dependency;
        this.interval = interval;
        this.damping = damping;
        this.probe = probe;
        this.pulse = pulse;
        this.clocks = clocks;
        this.history = history;
        this.shownMask = maskNow().or(() -> maskBefore);
    }

    /** Goes on where {@code before} ends: its findings count, and its mask stays until there is a first finding. */
    synchronized Watch following(Watch before) {
        synchronized (before) {
            return new Watch(
                    dependency, interval, damping, probe, pulse, clocks, before.history.copy(), before.shownMask);
        }
    }

    boolean isOf(Dependency other, Duration otherInterval, Damping otherDamping) {
        return dependency.equals(other) && interval.equals(otherInterval) && damping.equals(otherDamping);
    }

    Dependency dependency() {
        return dependency;
    }

    /** Starts a probe, unless somebody said that the dependency does not apply or one is under way. */
    void tick() {
        Optional<Attempt> attempt = next();
        attempt.ifPresent(started -> {
            pulse.after(dependency.timeout(), () -> started.expire().ifPresent(finding -> record(started, finding)));
            pulse.run(() -> run(started));
        });
    }

    private synchronized Optional<Attempt> next() {
        Optional<Mask> mask = maskNow();
        if (mask.isPresent()) {
            shownMask = mask;
            return Optional.empty();
        }
        if (isClosed || current != null || running == MOST_AT_ONCE) {
            return Optional.empty();
        }
        running++;
        Attempt attempt = new Attempt(dependency);
        current = attempt;
        currentSinceNanos = clocks.nanos().getAsLong();
        return Optional.of(attempt);
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
        if (isClosed) {
            return;
        }
        boolean isFirst = history.newest().isEmpty();
        Status before = standing().status();
        shownMask = Optional.empty();
        history.add(new Seen(clocks.nanos().getAsLong(), finding));
        Standing now = standing();
        if (isFirst || before != now.status()) {
            log.info(
                    "{}: {}{} {}",
                    dependency.name(),
                    isFirst ? "" : before + " -> ",
                    now.status(),
                    now.error().orElse(""));
        }
        if (isFirst && finding.status() != Status.OK) {
            pulse.after(SECOND_LOOK.compareTo(interval) < 0 ? SECOND_LOOK : interval, this::tick);
        }
    }

    synchronized Standing standing() {
        return new Reading(dependency, interval, damping, history, shownMask, waitingSeconds(), clocks).standing();
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
