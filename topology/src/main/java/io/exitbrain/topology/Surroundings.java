package io.exitbrain.topology;

import io.exitbrain.domain.Circumstances;

/**
 * What the global topics say that concerns a symbol; most symbols of an engine share one.
 *
 * @param revision the {@link ReferenceData#revision} it was read under
 */
record Surroundings(Circumstances circumstances, long revision) {}
