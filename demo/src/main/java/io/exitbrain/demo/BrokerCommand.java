package io.exitbrain.demo;

import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broker}: only the embedded broker, with the topics of topics.yaml. */
@Command(
        name = "broker",
        description = "Start a Kafka broker with the topics of Exit Brain; Ctrl-C stops it, its data stays.",
        mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", description = "Where it listens, on localhost; default ${DEFAULT-VALUE}.")
    private int port = BrokerSettings.USUAL_PORT;

    @Option(names = "--data", description = "Its data folder; default ${DEFAULT-VALUE}.")
    private Path data = DataFolder.named("broker");

    @Option(names = "--reset", description = "Start empty: delete what the data folder holds.")
    private boolean reset;

    @Override
    public Integer call() {
        BrokerSettings settings = new BrokerSettings(data, port, Map.of());
        if (reset) {
            LoopbackPort.requireFree(port, "--port");
            DataFolder.clear(data, EmbeddedBroker.FORMATTED_MARK);
        }
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        announce(broker, createTopics(broker));
        spec.commandLine()
                .getErr()
                .println("the broker gave up: " + broker.fault().join());
        return FAILED;
    }

    private static List<String> createTopics(EmbeddedBroker broker) {
        Map<String, Object> address = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (Admin admin = Admin.create(address)) {
            return new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
        }
    }

    private void announce(EmbeddedBroker broker, List<String> created) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Kafka broker listens on %s, data in %s%n", broker.bootstrapServers(), data);
        out.println(created.isEmpty() ? "All topics were there." : "Created topics: " + String.join(", ", created));
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
