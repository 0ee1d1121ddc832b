package io.exitbrain.domain;

/**
 * When things happened to one position side, epoch milliseconds or {@link Times#NEVER}. They outlive the instance, so that a stale
 * snapshot cannot resurrect a closed position.
 *
 * @param newestEvent newest fill or snapshot that counted
 * @param newestSnapshot newest snapshot that counted: fills not later than it are already in it
 * @param opened the event that opened the living instance
 * @param lastIncrease the event that opened or last increased the living instance
 * @param lastFillIncrease the fill that last opened or added: what {@code settle} counts from
 */
public record SlotTimes(long newestEvent, long newestSnapshot, long opened, long lastIncrease, long lastFillIncrease) {

    public static final SlotTimes NONE = new SlotTimes(Times.NEVER, Times.NEVER, Times.NEVER, Times.NEVER, Times.NEVER);

    SlotTimes afterFill(long time) {
        return new SlotTimes(Math.max(newestEvent, time), newestSnapshot, opened, lastIncrease, lastFillIncrease);
    }

    SlotTimes afterSnapshot(long time) {
        return new SlotTimes(Math.max(newestEvent, time), time, opened, lastIncrease, lastFillIncrease);
    }

    SlotTimes openedAt(long time) {
        return new SlotTimes(newestEvent, newestSnapshot, time, time, Times.NEVER);
    }

    SlotTimes increasedAt(long time) {
        return new SlotTimes(newestEvent, newestSnapshot, opened, Math.max(lastIncrease, time), lastFillIncrease);
    }

    SlotTimes filledUpAt(long time) {
        return new SlotTimes(newestEvent, newestSnapshot, opened, lastIncrease, Math.max(lastFillIncrease, time));
    }
}
