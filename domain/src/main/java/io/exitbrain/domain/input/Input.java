package io.exitbrain.domain.input;

/** An input of a decision: one record of an input topic, or a tick of the wall clock. */
public interface Input {

    /** A short description for the audit trail. */
    String describe();
}
