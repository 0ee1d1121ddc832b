package io.exitbrain.serdes.output;

/**
 * The input that caused a decision.
 *
 * @param topic the input topic, or {@link #WALL_CLOCK}
 * @param offset of the record; {@link #NO_OFFSET} (written as null) where no record was the cause
 * @param value the part of the input that mattered, in short
 */
public record Cause(String topic, int partition, long offset, String value) {

    /** The topic of what no record caused. */
    public static final String WALL_CLOCK = "wall-clock";

    /** The offset of what no record caused. */
    public static final long NO_OFFSET = -1;

    /** A tick of the wall clock in the task of {@code partition}. */
    public static Cause wallClock(int partition, String value) {
        return new Cause(WALL_CLOCK, partition, NO_OFFSET, value);
    }
}
