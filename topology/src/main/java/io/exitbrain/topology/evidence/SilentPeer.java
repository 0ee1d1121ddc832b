package io.exitbrain.topology.evidence;

import java.util.Set;

/**
 * An instance of the group that owns partitions and does not answer.
 *
 * @param address its {@code host:port}
 * @param partitions the partitions of the symbols that it owns
 * @param forMs the time since it last answered, milliseconds
 */
public record SilentPeer(String address, Set<Integer> partitions, long forMs) {

    public SilentPeer {
        partitions = Set.copyOf(partitions);
    }
}
