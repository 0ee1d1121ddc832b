package io.exitbrain.topology.background;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that repeats tasks in the background, and does not keep the process alive. */
public final class Background implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final ScheduledExecutorService executor;

    public Background(String threadName) {
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs {@code task} now, and again {@code everyMs} after each run. What it throws is the business of its next run. */
    public void repeat(Runnable task, long everyMs) {
        // Never done before close(): no attempt throws.
        ScheduledFuture<?> unused =
                executor.scheduleWithFixedDelay(() -> attempt(task), 0, everyMs, TimeUnit.MILLISECONDS);
    }

    // An executor ends a task that throws. The next attempt may succeed, and health shows what is missing until then.
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            log.debug("a task in the background did not succeed: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
