package io.exitbrain.health.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Clocks that stand still until a test moves them. */
final class ManualClocks {

    private final AtomicLong nanos = new AtomicLong(1_000_000_000);
    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    Clocks clocks() {
        return new Clocks(wall::get, nanos::get);
    }

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall.updateAndGet(now -> now.plus(time));
    }

    /** Sets the wall clock alone. */
    void set(Instant now) {
        wall.set(now);
    }
}
