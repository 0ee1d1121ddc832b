package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The open positions that the instances know of, as of their last commits.
 *
 * @param rows one row a position, see {@link PositionJson}
 * @param partitions number of partitions of each keyed topic
 * @param missing the partitions that no instance answered for, for example because their state is being restored
 * @param instances number of running instances
 */
public record Positions(List<ObjectNode> rows, int partitions, List<Integer> missing, int instances) {

    public Positions {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }
}
