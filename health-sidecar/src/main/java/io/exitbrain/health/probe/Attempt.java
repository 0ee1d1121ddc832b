package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.yaml.Durations;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a probe, over with its finding or with its timeout, whichever is first. */
public final class Attempt {

    private static final double NANOS_PER_MS = 1e6;

    private final Dependency dependency;
    private final long startNanos = System.nanoTime();
    private @Nullable Thread thread;
    private @Nullable Closeable opened;
    private boolean isOver;

    public Attempt(Dependency dependency) {
        this.dependency = dependency;
    }

    /** Runs the probe on this thread; empty where its timeout came first. */
    public Optional<Finding> run(Probe probe) {
        if (!begin()) {
            return Optional.empty();
        }
        Finding finding = lookedAt(probe);
        boolean isFirst = end();
        // whatever interrupted the attempt was not meant for the pool's thread
        Thread.interrupted();
        return isFirst ? Optional.of(finding) : Optional.empty();
    }

    private Finding lookedAt(Probe probe) {
        try {
            return Slowness.judged(probe.look(this), dependency);
        } catch (InterruptedException expired) {
            return timedOut();
        } catch (Exception failure) {
            return Finding.down(Sentence.of(failure, dependency));
        }
    }

    /** Ends it at its timeout: closes what it opened and interrupts it. Empty where it had ended. */
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

    /** Remembers what must be closed should the probe hang. */
    <C extends Closeable> C opened(C resource) {
        boolean tooLate;
        synchronized (this) {
            opened = resource;
            tooLate = isOver;
        }
        if (tooLate) {
            close(resource);
        }
        return resource;
    }

    /** What is left of the timeout, at least a millisecond. */
    Duration remaining() {
        Duration left = dependency.timeout().minusNanos(System.nanoTime() - startNanos);
        return left.compareTo(Duration.ofMillis(1)) > 0 ? left : Duration.ofMillis(1);
    }

    static double msSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_MS;
    }

    private Finding timedOut() {
        return Finding.down(
                "Timeout after %s: %s".formatted(Durations.inWords(dependency.timeout()), dependency.address()));
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
            // it is given up anyway
        }
    }
}
