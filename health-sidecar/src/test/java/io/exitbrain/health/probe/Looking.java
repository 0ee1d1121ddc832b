package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks once at a dependency, as the watch does: ended at its timeout. */
final class Looking {

    private Looking() {}

    /** {@code settings} are those of a dependency in YAML's short form. */
    static Finding at(String settings) throws Exception {
        ExecutorService workers = Executors.newCachedThreadPool();
        ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
        Dependency dependency = dependency(settings);
        try (Probe probe = new Probes(workers).of(dependency)) {
            CompletableFuture<Finding> first = new CompletableFuture<>();
            Attempt attempt = new Attempt(dependency);
            var unused = schedule.schedule(
                    () -> attempt.expire().ifPresent(first::complete),
                    dependency.timeout().toMillis(),
                    TimeUnit.MILLISECONDS);
            CompletableFuture<Void> run =
                    CompletableFuture.runAsync(() -> attempt.run(probe).ifPresent(first::complete), workers);
            // a probe that its timeout does not end would be a leaked thread
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
