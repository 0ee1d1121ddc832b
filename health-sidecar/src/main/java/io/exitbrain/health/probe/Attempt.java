package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a probe. It ends with its finding or with its timeout, whichever comes first. */
public final class Attempt {

    private static final double NANOS_PER_MS = 1e6;
    private static final Duration MIN_REMAINING = Duration.ofMillis(1);

    private final Dependency dependency;
    private final long startNanos = System.nanoTime();
    private @Nullable Thread thread;
    private @Nullable Closeable opened;
    private boolean isOver;

    public Attempt(Dependency dependency) {
        this.dependency = dependency;
    }

    /** Runs the probe on this thread; empty if the timeout came first. */
    public Optional<Finding> run(Probe probe) {
        if (!begin()) {
            return Optional.empty();
        }
        Finding finding = check(probe);
        boolean isFirst = end();
        // the interrupt was meant for the attempt, not for the pool's thread
        Thread.interrupted();
        return isFirst ? Optional.of(finding) : Optional.empty();
    }

    private Finding check(Probe probe) {
        try {
            return probe.check(this).degradedIfSlow(dependency);
        } catch (InterruptedException expired) {
            return timedOut();
        } catch (Exception failure) {
            return Finding.down(FailureMessage.of(failure, dependency));
        }
    }

    /** Ends the attempt at its timeout: closes what it opened and interrupts its thread. Empty if it was over already. */
    public Optional<Finding> expire() {
        Closeable toClose;
        synchronized (this) {
            if (isOver) {
                return Optional.empty();
            }
            isOver = true;
            toClose = opened;
            if (thread != null) {
                thread.interrupt();
            }
        }
        close(toClose);
        return Optional.of(timedOut());
    }

    /** Registers the resource to close if the probe hangs. */
    <C extends Closeable> C opened(C resource) {
        boolean isTooLate;
        synchronized (this) {
            opened = resource;
            isTooLate = isOver;
        }
        if (isTooLate) {
            close(resource);
        }
        return resource;
    }

    /** The rest of the timeout, at least a millisecond. */
    Duration remaining() {
        Duration left = dependency.timeout().minusNanos(System.nanoTime() - startNanos);
        return left.compareTo(MIN_REMAINING) > 0 ? left : MIN_REMAINING;
    }

    static double msSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_MS;
    }

    private Finding timedOut() {
        return Finding.down(FailureMessage.timeout(dependency));
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !isOver;
    }

    private synchronized boolean end() {
        boolean isFirst = !isOver;
        isOver = true;
        thread = null;
        opened = null;
        return isFirst;
    }

    private static void close(@Nullable Closeable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (IOException alreadyBroken) {
            // the attempt is over: the state of the resource no longer matters
        }
    }
}
