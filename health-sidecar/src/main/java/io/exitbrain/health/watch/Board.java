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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every watch of the settings as they are now; a change of the file changes the watches it concerns and no other. */
public final class Board implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Board.class);

    private final SettingsFile file;
    private final Clocks clocks;
    private final long startNanos;
    private final Pulse pulse;
    private final Function<Dependency, Probe> probes;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private final Future<?> looks;
    private volatile State state;

    private record Posted(Watch watch, Future<?> ticks) {}

    private record State(Settings settings, List<Posted> posted) {}

    /** Starts to watch. */
    public static Board start(SettingsFile file, Clocks clocks) {
        Pulse pulse = new Pulse(clocks);
        return new Board(file, clocks, pulse, new Probes(pulse)::of);
    }

    /** Starts to watch with probes of one's own. */
    static Board start(SettingsFile file, Clocks clocks, Function<Dependency, Probe> probes) {
        return new Board(file, clocks, new Pulse(clocks), probes);
    }

    private Board(SettingsFile file, Clocks clocks, Pulse pulse, Function<Dependency, Probe> probes) {
        this.file = file;
        this.clocks = clocks;
        this.pulse = pulse;
        this.probes = probes;
        this.startNanos = clocks.nanos().getAsLong();
        this.state = post(file.settings(), List.of());
        this.looks = pulse.every(LOOK_EVERY, this::lookAtFile);
    }

    public Report report() {
        State now = state;
        return new Report(
                now.settings(),
                file.fault(),
                clocks.wall().instant(),
                clocks.secondsSince(startNanos),
                now.posted().stream().map(posted -> posted.watch().standing()).toList());
    }

    /** Whether the probes are still started in time. */
    public boolean isAlive() {
        return pulse.isBeating();
    }

    // on a worker: the file may lie on a disk that hangs
    private void lookAtFile() {
        if (isLooking.compareAndSet(false, true)) {
            pulse.run(() -> {
                try {
                    look();
                } finally {
                    isLooking.set(false);
                }
            });
        }
    }

    private void look() {
        Optional<String> before = file.fault();
        if (file.look()) {
            log.info("the settings changed");
            change(file.settings());
        }
        file.fault()
                .filter(fault -> !before.equals(Optional.of(fault)))
                .ifPresent(
                        fault -> log.warn("the settings file is not usable, the last good settings stay: {}", fault));
    }

    private synchronized void change(Settings settings) {
        List<Posted> before = state.posted();
        state = post(settings, before);
        List<Posted> kept = state.posted();
        before.stream().filter(old -> !kept.contains(old)).forEach(Board::end);
    }

    private State post(Settings settings, List<Posted> before) {
        List<Posted> posted = new ArrayList<>();
        for (Dependency dependency : settings.dependencies()) {
            posted.add(before.stream()
                    .filter(old -> old.watch().isOf(dependency, settings.interval(), settings.damping()))
                    .findFirst()
                    .orElseGet(() -> posted(dependency, settings, before)));
        }
        return new State(settings, List.copyOf(posted));
    }

    private Posted posted(Dependency dependency, Settings settings, List<Posted> before) {
        Watch fresh =
                new Watch(dependency, settings.interval(), settings.damping(), probes.apply(dependency), pulse, clocks);
        Watch watch = before.stream()
                .map(Posted::watch)
                .filter(old -> old.dependency().name().equals(dependency.name()))
                .findFirst()
                .map(fresh::following)
                .orElse(fresh);
        return new Posted(watch, pulse.every(settings.interval(), watch::tick));
    }

    private static void end(Posted old) {
        old.ticks().cancel(false);
        old.watch().close();
    }

    @Override
    public synchronized void close() {
        looks.cancel(false);
        state.posted().forEach(Board::end);
        pulse.close();
    }
}
