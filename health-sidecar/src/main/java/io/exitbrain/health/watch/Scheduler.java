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

/** The threads of the sidecar: one thread for the schedule, which must never block, and as many workers as there are blocking actions. */
final class Scheduler implements Executor, AutoCloseable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration MAX_SILENCE = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

    private final ScheduledThreadPoolExecutor schedule = new ScheduledThreadPoolExecutor(1, named("health-schedule-"));
    private final ExecutorService workers = Executors.newCachedThreadPool(named("health-probe-"));
    private final Clocks clocks;
    private final Future<?> heartbeats;
    private volatile long lastHeartbeatNanos;

    Scheduler(Clocks clocks) {
        this.clocks = clocks;
        this.lastHeartbeatNanos = clocks.nanos().getAsLong();
        schedule.setRemoveOnCancelPolicy(true);
        this.heartbeats = every(HEARTBEAT, this::beat);
    }

    /** Runs {@code action} at once and then again and again; it must not block. */
    Future<?> every(Duration interval, Runnable action) {
        return schedule.scheduleWithFixedDelay(() -> guarded(action), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs {@code action} once after {@code delay}; it must not block. */
    @SuppressWarnings("FutureReturnValueIgnored") // guarded logs every failure
    void after(Duration delay, Runnable action) {
        schedule.schedule(() -> guarded(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs {@code action}, which may block, on a worker. */
    void run(Runnable action) {
        workers.execute(() -> guarded(action));
    }

    /** Runs the work of a client that has no threads of its own. */
    @Override
    public void execute(Runnable action) {
        workers.execute(action);
    }

    /** Whether the schedule still runs in time. */
    boolean isAlive() {
        return clocks.secondsSince(lastHeartbeatNanos) < MAX_SILENCE.toSeconds();
    }

    private void beat() {
        lastHeartbeatNanos = clocks.nanos().getAsLong();
    }

    // the executor never again runs an action that has thrown: the watch would stop silently
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
        heartbeats.cancel(false);
        schedule.shutdownNow();
        workers.shutdownNow();
    }
}
