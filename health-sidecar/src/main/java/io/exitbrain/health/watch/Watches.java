package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Probe;
import io.exitbrain.health.probe.Probes;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Settings;
import io.exitbrain.health.settings.SettingsFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch for each dependency of the current settings. A change of the settings file replaces only the watches that it concerns. */
public final class Watches implements AutoCloseable {

    private static final Duration FILE_CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Watches.class);

    private final SettingsFile file;
    private final Clocks clocks;
    private final long startNanos;
    private final Scheduler scheduler;
    private final Function<Dependency, Probe> probes;
    private final AtomicBoolean isCheckingFile = new AtomicBoolean();
    private final Future<?> fileChecks;
    private volatile State state;

    private record RunningWatch(Watch watch, Future<?> ticks) {

        void end() {
            ticks.cancel(false);
            watch.close();
        }
    }

    private record State(Settings settings, List<RunningWatch> running) {}

    /** Starts to watch. Under https the probes trust the certificates of {@code trusted}; empty = those that the JVM trusts. */
    public static Watches start(SettingsFile file, Clocks clocks, Optional<SSLContext> trusted) {
        Scheduler scheduler = new Scheduler(clocks);
        return new Watches(file, clocks, scheduler, new Probes(scheduler, trusted)::of);
    }

    /** Starts to watch with other probes. */
    static Watches start(SettingsFile file, Clocks clocks, Function<Dependency, Probe> probes) {
        return new Watches(file, clocks, new Scheduler(clocks), probes);
    }

    private Watches(SettingsFile file, Clocks clocks, Scheduler scheduler, Function<Dependency, Probe> probes) {
        this.file = file;
        this.clocks = clocks;
        this.scheduler = scheduler;
        this.probes = probes;
        this.startNanos = clocks.nanos().getAsLong();
        this.state = stateOf(file.settings(), List.of());
        this.fileChecks = scheduler.every(FILE_CHECK_INTERVAL, this::checkFileOnWorker);
    }

    public Report report() {
        State now = state;
        return new Report(
                now.settings(),
                file.fault(),
                clocks.wall().instant(),
                clocks.secondsSince(startNanos),
                now.running().stream().map(running -> running.watch().status()).toList());
    }

    /** Whether the probes are still started in time. */
    public boolean isAlive() {
        return scheduler.isAlive();
    }

    // the disk of the file may hang, and the schedule must not
    private void checkFileOnWorker() {
        if (isCheckingFile.compareAndSet(false, true)) {
            scheduler.run(() -> {
                try {
                    checkFile();
                } finally {
                    isCheckingFile.set(false);
                }
            });
        }
    }

    private void checkFile() {
        Optional<String> before = file.fault();
        if (file.reload()) {
            log.info("the settings changed");
            replaceWatches(file.settings());
        }
        file.fault()
                .filter(fault -> !before.equals(Optional.of(fault)))
                .ifPresent(
                        fault -> log.warn("the settings file is not usable, the last good settings stay: {}", fault));
    }

    private synchronized void replaceWatches(Settings settings) {
        List<RunningWatch> before = state.running();
        state = stateOf(settings, before);
        List<RunningWatch> kept = state.running();
        before.stream().filter(old -> !kept.contains(old)).forEach(RunningWatch::end);
    }

    private State stateOf(Settings settings, List<RunningWatch> before) {
        List<RunningWatch> running = new ArrayList<>();
        for (Dependency dependency : settings.dependencies()) {
            running.add(before.stream()
                    .filter(old -> old.watch().isFor(dependency, settings))
                    .findFirst()
                    .orElseGet(() -> started(dependency, settings, before)));
        }
        return new State(settings, List.copyOf(running));
    }

    private RunningWatch started(Dependency dependency, Settings settings, List<RunningWatch> before) {
        Watch fresh = new Watch(dependency, settings, probes.apply(dependency), scheduler, clocks);
        Watch watch = before.stream()
                .map(RunningWatch::watch)
                .filter(old -> old.dependency().name().equals(dependency.name()))
                .findFirst()
                .map(fresh::following)
                .orElse(fresh);
        return new RunningWatch(watch, scheduler.every(settings.interval(), watch::tick));
    }

    @Override
    public synchronized void close() {
        fileChecks.cancel(false);
        state.running().forEach(RunningWatch::end);
        scheduler.close();
    }
}
