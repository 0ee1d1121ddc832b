package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Times;

/**
 * The times of the current position instance of a side, epoch milliseconds or {@link Times#NEVER}.
 *
 * @param opened the event that opened the instance
 * @param lastIncrease the event that opened or last increased the instance
 */
public record SideTimes(long opened, long lastIncrease) {

    public static final SideTimes NONE = new SideTimes(Times.NEVER, Times.NEVER);

    public static SideTimes openedAt(long time) {
        return new SideTimes(time, time);
    }

    public SideTimes increasedAt(long time) {
        return new SideTimes(opened, Math.max(lastIncrease, time));
    }
}
