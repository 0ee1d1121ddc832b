package io.exitbrain.topology.settings;

/**
 * The limits beyond which health is DEGRADED.
 *
 * @param deadLettersPerMinute dead letters within a minute
 * @param lagRecords unread records on the input topics
 * @param inputAgeMs milliseconds without any input while positions are open
 */
public record HealthLimits(int deadLettersPerMinute, long lagRecords, long inputAgeMs) {

    public static final HealthLimits DEFAULT = new HealthLimits(10, 10_000, 30_000);
}
