package io.exitbrain.topology.fast.intake;

import java.util.Set;

/**
 * The topics of the main consumer that are not plain inputs of the deciding task.
 *
 * @param batched Streams gets consecutive records of these topics as one record
 * @param separate each partition of these topics is the only input of its task, so its records wait for no other input
 */
public record Inputs(Set<String> batched, Set<String> separate) {

    public Inputs {
        batched = Set.copyOf(batched);
        separate = Set.copyOf(separate);
    }
}
