package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReading;

/** Judges steps, and can be tried: what would it say of other steps? */
public interface Judge {

    /** Whether an input may have no output after the steps so far. */
    boolean mayBeQuiet(InputReading reading);

    void take(Step step);

    /** A judge that knows what this one knows of {@code symbol}, and keeps for itself what it finds. */
    Judge trial(String symbol);

    /** How many violations it has found. */
    long violations();
}
