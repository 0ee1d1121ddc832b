package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Times;

/**
 * The times of the events of one position side, epoch milliseconds or {@link Times#NEVER}. They are kept after the instance ends, so
 * that a stale snapshot cannot reopen a closed position.
 *
 * @param newestEvent newest fill or snapshot that was applied
 * @param newestSnapshot newest snapshot that was applied; it contains every fill that is not later
 * @param opened the event that opened the current instance
 * @param lastIncrease the event that opened or last increased the current instance
 * @param lastFillIncrease the fill that last opened or added; {@code settle} counts from it
 */
public record SideTimes(long newestEvent, long newestSnapshot, long opened, long lastIncrease, long lastFillIncrease) {

    public static final SideTimes NONE = new SideTimes(Times.NEVER, Times.NEVER, Times.NEVER, Times.NEVER, Times.NEVER);

    public SideTimes afterFill(long time) {
        return new SideTimes(Math.max(newestEvent, time), newestSnapshot, opened, lastIncrease, lastFillIncrease);
    }

    public SideTimes afterSnapshot(long time) {
        return new SideTimes(Math.max(newestEvent, time), time, opened, lastIncrease, lastFillIncrease);
    }

    public SideTimes openedAt(long time) {
        return new SideTimes(newestEvent, newestSnapshot, time, time, Times.NEVER);
    }

    public SideTimes increasedAt(long time) {
        return new SideTimes(newestEvent, newestSnapshot, opened, Math.max(lastIncrease, time), lastFillIncrease);
    }

    public SideTimes filledUpAt(long time) {
        return new SideTimes(newestEvent, newestSnapshot, opened, lastIncrease, Math.max(lastFillIncrease, time));
    }
}
