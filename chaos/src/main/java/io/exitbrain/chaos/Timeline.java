package io.exitbrain.chaos;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The lines of a run while it goes on. */
final class Timeline {

    private final Consumer<String> lines;
    private long startNanos = System.nanoTime();

    Timeline(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Everything serves: the time of the run begins. */
    void begin(ChaosSettings settings) {
        startNanos = System.nanoTime();
        lines.accept("seed %d, %d broker(s), %d engine(s), %s protocol, %s lane, store %s, for %d s: %s"
                .formatted(
                        settings.seed(),
                        settings.brokers(),
                        settings.engines(),
                        settings.protocol().name().toLowerCase(Locale.ROOT),
                        settings.lane()
                                .orElse(settings.protocol() == ChaosSettings.Protocol.STREAMS ? "plain" : "fast"),
                        settings.store().orElse("memory"),
                        settings.length().toSeconds(),
                        settings.blows().stream().map(kind -> kind.label()).collect(Collectors.joining(","))));
        lines.accept("   at  blow                gap       all back  what");
    }

    long elapsedMs() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    void add(BlowResult blow, List<String> missing) {
        long seconds = blow.atMs() / 1_000;
        lines.accept(String.format(
                Locale.ROOT,
                "%2d:%02d  %-16s  %6.2f s  %s  %s",
                seconds / 60,
                seconds % 60,
                blow.kind().label(),
                blow.gapMs() / 1_000.0,
                missing.isEmpty() ? String.format(Locale.ROOT, "%6.1f s", blow.backMs() / 1_000.0) : "   never",
                blow.what()));
    }
}
