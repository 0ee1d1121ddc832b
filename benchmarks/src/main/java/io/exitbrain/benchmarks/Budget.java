package io.exitbrain.benchmarks;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** The time of a run, shared out to its sections; what one leaves over is for those after it. */
final class Budget {

    private static final Duration LEAST_FOR_A_CHILD = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final long endNanos;
    private final Set<Section> ahead;
    private long sectionEndNanos;

    Budget(Duration total, Set<Section> sections, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.endNanos = nanoTime.getAsLong() + total.toNanos();
        this.ahead = EnumSet.copyOf(sections);
        this.sectionEndNanos = endNanos;
    }

    /** {@code section} begins: it has the share of its weight in what is left. */
    void begin(Section section) {
        int weights = ahead.stream().mapToInt(Section::weight).sum();
        sectionEndNanos = nanoTime.getAsLong() + left().toNanos() * section.weight() / weights;
        ahead.remove(section);
    }

    /** Time left in this section; never negative. */
    Duration leftInSection() {
        return until(sectionEndNanos);
    }

    /** Time left in all; never negative. */
    Duration left() {
        return until(endNanos);
    }

    /** When a JVM that starts now is ended: with the run, but not before it could have started. */
    Duration ofChild() {
        return left().compareTo(LEAST_FOR_A_CHILD) < 0 ? LEAST_FOR_A_CHILD : left();
    }

    private Duration until(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos - nanoTime.getAsLong()));
    }
}
