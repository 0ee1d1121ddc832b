package io.exitbrain.benchmarks;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** The time of a run, divided among its sections. The time that a section does not use goes to the later ones. */
final class Budget {

    private static final Duration MIN_FOR_A_CHILD = Duration.ofSeconds(10);

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

    /** Begins {@code section}. It gets a share of the remaining time by its weight. */
    void begin(Section section) {
        int weights = ahead.stream().mapToInt(Section::weight).sum();
        sectionEndNanos = nanoTime.getAsLong() + left().toNanos() * section.weight() / weights;
        ahead.remove(section);
    }

    /** Time left in this section; never negative. */
    Duration leftInSection() {
        return until(sectionEndNanos);
    }

    /** Time left in the run; never negative. */
    Duration left() {
        return until(endNanos);
    }

    /** The time limit of a JVM that starts now: the end of the run, but at least the time to start. */
    Duration ofChild() {
        return left().compareTo(MIN_FOR_A_CHILD) < 0 ? MIN_FOR_A_CHILD : left();
    }

    private Duration until(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos - nanoTime.getAsLong()));
    }
}
