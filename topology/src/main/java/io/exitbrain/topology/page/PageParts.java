package io.exitbrain.topology.page;

import io.exitbrain.topology.history.History;
import io.exitbrain.topology.history.Tail;
import java.util.function.Supplier;

/**
 * What the page shows.
 *
 * @param tails opens a tail at the newest records, once the first browser connects
 * @param topology the description of the flow, as Kafka Streams gives it
 */
public record PageParts(
        PositionSource positions, HealthSource health, Supplier<Tail> tails, History history, String topology) {}
