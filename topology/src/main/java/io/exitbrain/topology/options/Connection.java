package io.exitbrain.topology.options;

import io.exitbrain.topology.brokers.Brokers;
import io.exitbrain.topology.brokers.ClientProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The options that say how to reach the brokers, as Kafka's own tools have them. */
public final class Connection {

    private static final Duration BROKERS_ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final String ADDRESSES = "--bootstrap-server";

    @Option(names = ADDRESSES, description = "The brokers; default ${DEFAULT-VALUE}.")
    private String bootstrapServer = "localhost:9092";

    @Option(names = "--command-config", description = "Properties of the clients, such as SASL and TLS.")
    private Optional<Path> commandConfig = Optional.empty();

    /** The properties of a client, once a broker has answered. */
    public Properties client() {
        Properties client = ClientProperties.of(bootstrapServer, commandConfig);
        Brokers.requireAnswer(client, BROKERS_ANSWER_WITHIN, ADDRESSES);
        return client;
    }
}
