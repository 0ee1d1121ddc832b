package io.exitbrain.topology.topics;

/** The role of a topic: other systems write an input; this engine writes an output and the dead letters. */
public enum TopicRole {
    INPUT,
    OUTPUT,
    DEAD_LETTERS;

    /** Whether the engine writes the topic. A shadow engine needs its own copy of such a topic. */
    public boolean isWrittenByEngine() {
        return this != INPUT;
    }
}
