package io.exitbrain.health.probe;

/** Looks at one dependency, as one of its clients. */
public interface Probe extends AutoCloseable {

    /** Looks once; what it throws means DOWN. It may hang: then {@code attempt} closes what it opened and interrupts it. */
    Finding look(Attempt attempt) throws Exception;

    @Override
    default void close() {}
}
