package io.exitbrain.domain.input;

/** Something the engine decides on: one record of an input topic, or a tick of the wall clock. */
public interface Input {

    /** This input in a few words of the trade, for the audit trail. */
    String describe();
}
