package io.exitbrain.health.watch;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What makes things happen in time: one thread that only starts and ends, and as many workers as there is work that may block. */
final class Pulse implements Executor, AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration DEAD_AFTER = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private final ScheduledThreadPoolExecutor schedule = new ScheduledThreadPoolExecutor(1, named("health-pulse-"));
    private final ExecutorService workers = Executors.newCachedThreadPool(named("health-probe-"));
    private final Clocks clocks;
    private final Future<?> beats;
    private volatile long lastBeatNanos;

    Pulse(Clocks clocks) {
        this.clocks = clocks;
        this.lastBeatNanos = clocks.nanos().getAsLong();
        schedule.setRemoveOnCancelPolicy(true);
        this.beats = every(BEAT, this::beat);
    }

    /** At once, and then again and again; {@code action} must not block. */
    Future<?> every(Duration interval, Runnable action) {
        return schedule.scheduleWithFixedDelay(() -> guarded(action), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // guarded: there is nothing to be told
    void after(Duration delay, Runnable action) {
        schedule.schedule(() -> guarded(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs what may block. */
    void run(Runnable action) {
        workers.execute(() -> guarded(action));
    }

    /** For a client that brings no threads of its own. */
    @Override
    public void execute(Runnable action) {
        workers.execute(action);
    }

    /** Whether things still happen in time. */
    boolean isBeating() {
        return clocks.secondsSince(lastBeatNanos) < DEAD_AFTER.toSeconds();
    }

    private void beat() {
        lastBeatNanos = clocks.nanos().getAsLong();
    }

    // a schedule forgets an action that throws: the watch would end without a word
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RejectedExecutionException closing) {
            log.debug("closing", closing);
        } catch (RuntimeException defect) {
            log.error("a defect of the sidecar: {}", defect.toString(), defect);
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return action -> {
            Thread thread = new Thread(action, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        beats.cancel(false);
        schedule.shutdownNow();
        workers.shutdownNow();
    }
}
