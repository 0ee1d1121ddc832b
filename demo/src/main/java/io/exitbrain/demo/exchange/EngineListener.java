package io.exitbrain.demo.exchange;

/** Hears everything the engine has committed to its topics, in the order of each symbol. */
public interface EngineListener {

    default void planned(Planned plan) {}

    /** The plan of this slot is gone: {@code SYMBOL}, or {@code SYMBOL/LONG} in hedge mode. */
    default void planClosed(String slot) {}

    default void commanded(Commanded command) {}

    default void told(Told event) {}

    default void buried(String reason) {}
}
