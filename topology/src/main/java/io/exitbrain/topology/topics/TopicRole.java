package io.exitbrain.topology.topics;

/** Who writes a topic: others (an input) or this engine (an output, the dead letters). */
public enum TopicRole {
    INPUT,
    OUTPUT,
    DEAD_LETTERS;

    /** Whether the engine itself writes it, so that a shadow engine needs one of its own. */
    public boolean isWrittenByEngine() {
        return this != INPUT;
    }
}
