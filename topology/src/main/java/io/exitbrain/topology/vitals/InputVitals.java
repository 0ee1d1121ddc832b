package io.exitbrain.topology.vitals;

import io.exitbrain.domain.decision.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What came of one input topic. The stream threads write it; health and metrics read it. */
public final class InputVitals {

    private final LongAdder records = new LongAdder();
    private final Map<Step.Ignored, LongAdder> ignored = new EnumMap<>(Step.Ignored.class);
    private volatile long newestMs = Vitals.NEVER;

    InputVitals() {
        for (Step.Ignored why : Step.Ignored.values()) {
            ignored.put(why, new LongAdder());
        }
    }

    /** Counts {@code more} records; the last of them has {@code timestampMs}, epoch milliseconds. */
    public void received(int more, long timestampMs) {
        if (more > 0) {
            records.add(more);
            // A volatile write costs more than a read, and many records share a millisecond.
            if (newestMs != timestampMs) {
                newestMs = timestampMs;
            }
        }
    }

    void ignored(Step.Ignored why) {
        counter(why).increment();
    }

    public long records() {
        return records.sum();
    }

    /** The number of records that changed nothing. */
    public long ignoredBecause(Step.Ignored why) {
        return counter(why).sum();
    }

    /** The timestamp of the last record, epoch milliseconds, or {@link Vitals#NEVER}. */
    public long newestMs() {
        return newestMs;
    }

    private LongAdder counter(Step.Ignored why) {
        return Objects.requireNonNull(ignored.get(why), "every kind has its counter");
    }
}
