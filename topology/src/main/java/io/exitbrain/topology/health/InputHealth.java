package io.exitbrain.topology.health;

import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;

/** The findings on what the engine reads. */
final class InputHealth {

    private static final long SKEW_REMEMBERED_MS = 60_000;

    private final Evidence evidence;
    private final Vitals vitals;
    private final ReferenceData reference;
    private final HealthLimits limits;

    InputHealth(Evidence evidence, Vitals vitals, ReferenceData reference, HealthLimits limits) {
        this.evidence = evidence;
        this.vitals = vitals;
        this.reference = reference;
        this.limits = limits;
    }

    /** The records that are waiting, up to the end of the log. */
    long lagRecords() {
        return evidence.lagByTopic().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The age of the newest input by its own timestamp, milliseconds; -1 without one. */
    long newestAgeMs(long nowMs) {
        return ageMs(vitals.newestInputMs(), nowMs);
    }

    static long ageMs(long timestampMs, long nowMs) {
        return timestampMs == Vitals.NEVER ? -1 : Math.max(0, nowMs - timestampMs);
    }

    /** {@code nowMs} is wall clock, epoch milliseconds. */
    void addTo(Findings findings, TaskVitals positions, long nowMs) {
        int deadLetters = vitals.deadLetters().inLastMinute(nowMs);
        if (deadLetters > limits.deadLettersPerMinute()) {
            findings.degraded(deadLetters + " dead letters within a minute");
        }
        if (lagRecords() > limits.lagRecords()) {
            findings.degraded(lagRecords() + " records are waiting" + hidden(evidence.hiddenRecords()));
        }
        if (positions.openPositions() > 0 && newestAgeMs(nowMs) > limits.inputAgeMs()) {
            findings.degraded("the newest input is %d ms old while positions are open; look at the feed"
                    .formatted(newestAgeMs(nowMs)));
        }
        if (vitals.newestClockSkewAtMs() != Vitals.NEVER && nowMs - vitals.newestClockSkewAtMs() < SKEW_REMEMBERED_MS) {
            findings.degraded("prices lag the other inputs of their symbol");
        }
        if (!reference.badEntries().isEmpty()) {
            findings.degraded("unusable global entries: " + reference.badEntries());
        }
    }

    private static String hidden(long records) {
        return records == 0 ? "" : ", %d of them behind an open transaction of a producer".formatted(records);
    }
}
