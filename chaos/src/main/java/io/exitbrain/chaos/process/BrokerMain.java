package io.exitbrain.chaos.process;

import io.exitbrain.broker.ClusterNode;
import io.exitbrain.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One node of the cluster, as a process. It runs until it is killed or stopped. */
public final class BrokerMain {

    private static final int FIRST_PORT = 3;

    private BrokerMain() {}

    /** {@code args}: data folder, node id, cluster id, then {@code port:controllerPort} of each node. */
    public static void main(String[] args) {
        List<ClusterNode.Member> members = new ArrayList<>();
        for (String ports : List.of(args).subList(FIRST_PORT, args.length)) {
            int colon = ports.indexOf(':');
            members.add(new ClusterNode.Member(
                    Integer.parseInt(ports.substring(0, colon)), Integer.parseInt(ports.substring(colon + 1))));
        }
        EmbeddedBroker broker =
                EmbeddedBroker.start(new ClusterNode(Path.of(args[0]), Integer.parseInt(args[1]), args[2], members));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-closing"));
        System.err.println("the broker failed: " + broker.fault().join());
        Runtime.getRuntime().halt(1);
    }
}
