package io.exitbrain.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One node of a cluster on this machine. Each node is a broker and a controller, and each runs in a process of its own. All ports are fixed,
 * so a node that starts again is found by the others.
 *
 * @param clusterId the same for all nodes; 22 characters as Kafka's {@code Uuid} writes them
 * @param id 1 for the first of {@code members}, 2 for the second, and so on
 */
public record ClusterNode(Path data, int id, String clusterId, List<Member> members) {

    /** The ports of one node on localhost. */
    public record Member(int port, int controllerPort) {}

    public ClusterNode {
        members = List.copyOf(members);
        if (id < 1 || id > members.size()) {
            throw new IllegalArgumentException("id must be in [1, %d], was %d".formatted(members.size(), id));
        }
    }

    Member member() {
        return members.get(id - 1);
    }

    /** The controllers as Kafka's setting {@code controller.quorum.voters} wants them. */
    String voters() {
        return IntStream.rangeClosed(1, members.size())
                .mapToObj(node ->
                        "%d@localhost:%d".formatted(node, members.get(node - 1).controllerPort()))
                .collect(Collectors.joining(","));
    }
}
