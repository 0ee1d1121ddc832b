package io.exitbrain.health.probe;

/** Checks one dependency as a client of it. */
public interface Probe extends AutoCloseable {

    /**
     * Checks once. An exception means DOWN. The check may hang: then {@code attempt} closes what the check opened and interrupts its
     * thread.
     */
    Finding check(Attempt attempt) throws Exception;

    @Override
    default void close() {}
}
