package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The engine's own health. */
@FunctionalInterface
public interface HealthSource {

    /** The report of {@code /health}. */
    ObjectNode report();
}
