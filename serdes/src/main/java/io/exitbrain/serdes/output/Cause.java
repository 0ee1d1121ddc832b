package io.exitbrain.serdes.output;

/**
 * The input that caused a decision.
 *
 * @param topic the input topic, or {@link #WALL_CLOCK}
 * @param offset offset of the record; {@link #NO_OFFSET} (written as null) if the cause was not a record
 * @param value the relevant part of the input, as short text
 */
public record Cause(String topic, int partition, long offset, String value) {

    /** The topic of a cause that is not a record. */
    public static final String WALL_CLOCK = "wall-clock";

    /** The offset of a cause that is not a record. */
    public static final long NO_OFFSET = -1;

    /** A tick of the wall clock in the task of {@code partition}. */
    public static Cause wallClock(int partition, String value) {
        return new Cause(WALL_CLOCK, partition, NO_OFFSET, value);
    }
}
