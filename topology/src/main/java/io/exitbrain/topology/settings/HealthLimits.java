package io.exitbrain.topology.settings;

/**
 * Past which health turns DEGRADED.
 *
 * @param deadLettersPerMinute dead letters within a minute
 * @param lagRecords records waiting on the input topics
 * @param inputAgeMs milliseconds without any input while positions are open
 */
public record HealthLimits(int deadLettersPerMinute, long lagRecords, long inputAgeMs) {

    public static final HealthLimits DEFAULT = new HealthLimits(10, 10_000, 30_000);
}
