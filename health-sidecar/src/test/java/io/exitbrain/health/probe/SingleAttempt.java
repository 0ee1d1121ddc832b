package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Probes a dependency once, as the watch does: the timeout ends the attempt. */
final class SingleAttempt {

    private SingleAttempt() {}

    /** {@code settings} of the dependency are in the short form of YAML. */
    static Finding of(String settings) throws Exception {
        ExecutorService workers = Executors.newCachedThreadPool();
        ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
        Dependency dependency = dependency(settings);
        try (Probe probe = new Probes(workers, Optional.empty()).of(dependency)) {
            CompletableFuture<Finding> first = new CompletableFuture<>();
            Attempt attempt = new Attempt(dependency);
            var unused = schedule.schedule(
                    () -> attempt.expire().ifPresent(first::complete),
                    dependency.timeout().toMillis(),
                    TimeUnit.MILLISECONDS);
            CompletableFuture<Void> run =
                    CompletableFuture.runAsync(() -> attempt.run(probe).ifPresent(first::complete), workers);
            // a probe that does not end at its timeout would leak a thread
            run.get(20, TimeUnit.SECONDS);
            return first.get(20, TimeUnit.SECONDS);
        } finally {
            schedule.shutdownNow();
            workers.shutdownNow();
        }
    }

    static Dependency dependency(String settings) {
        return SettingsFile.fixed("dependencies: {one: {%s}}".formatted(settings), Overrides.NONE)
                .settings()
                .dependencies()
                .get(0);
    }
}
