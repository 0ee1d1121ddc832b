package io.exitbrain.chaos.process;

import io.exitbrain.broker.ClusterNode;
import io.exitbrain.broker.LoopbackPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** All brokers and engines of a run, on loopback. Each keeps its ports and its folder when it starts again. */
public final class Fleet implements AutoCloseable {

    /** The engine's default: its group, and the group that the audit looks at. */
    public static final String APPLICATION = "exit-brain";

    private final List<ClusterNode.Member> members = new ArrayList<>();
    private final List<ChildJvm> brokers = new ArrayList<>();
    private final List<ChildJvm> engines = new ArrayList<>();
    private final List<Integer> httpPorts = new ArrayList<>();

    /** Nothing runs yet. {@code engineSettings} are {@code key=value}, the same for all engines. */
    public Fleet(Path folder, int brokerCount, int engineCount, List<String> engineSettings) {
        IntStream.range(0, brokerCount)
                .forEach(node -> members.add(new ClusterNode.Member(LoopbackPort.free(), LoopbackPort.free())));
        String clusterId = Uuid.randomUuid().toString();
        IntStream.rangeClosed(1, brokerCount).forEach(node -> brokers.add(broker(folder, node, clusterId)));
        IntStream.rangeClosed(1, engineCount).forEach(number -> engines.add(engine(folder, number, engineSettings)));
    }

    private ChildJvm broker(Path folder, int node, String clusterId) {
        String name = "broker-" + node;
        List<String> arguments = new ArrayList<>(List.of(
                BrokerMain.class.getName(), folder.resolve(name).toString(), Integer.toString(node), clusterId));
        members.forEach(member -> arguments.add(member.port() + ":" + member.controllerPort()));
        return new ChildJvm(name, folder.resolve(name + ".log"), arguments);
    }

    private ChildJvm engine(Path folder, int number, List<String> settings) {
        String name = "engine-" + number;
        int port = LoopbackPort.free();
        httpPorts.add(port);
        List<String> arguments = new ArrayList<>(List.of(
                "io.exitbrain.topology.process.Main",
                "run",
                "--bootstrap-server",
                bootstrapServers(),
                "--http-port",
                Integer.toString(port)));
        Stream.concat(Stream.of("state.dir=" + folder.resolve(name)), settings.stream())
                .forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return new ChildJvm(name, folder.resolve(name + ".log"), arguments);
    }

    public String bootstrapServers() {
        return members.stream().map(member -> "localhost:" + member.port()).collect(Collectors.joining(","));
    }

    public List<ChildJvm> brokers() {
        return List.copyOf(brokers);
    }

    /** The broker with this node id. */
    public ChildJvm broker(int nodeId) {
        return brokers.get(nodeId - 1);
    }

    public List<ChildJvm> engines() {
        return List.copyOf(engines);
    }

    /** The HTTP ports of the engines, in their order. */
    public List<Integer> httpPorts() {
        return List.copyOf(httpPorts);
    }

    /** The processes that have ended. */
    public List<String> ended() {
        return all().filter(process -> !process.isAlive()).map(ChildJvm::name).toList();
    }

    private Stream<ChildJvm> all() {
        return Stream.concat(engines.stream(), brokers.stream());
    }

    /** Kills all of them, and returns when they are gone. */
    @Override
    public void close() {
        all().forEach(ChildJvm::close);
        all().forEach(ChildJvm::awaitEnd);
    }
}
