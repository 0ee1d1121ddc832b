package io.exitbrain.topology.brokers;

import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/** The settings of a client as Kafka's own tools take them: {@code --bootstrap-server} and {@code --command-config}. */
public final class ClientProperties {

    private ClientProperties() {}

    /** The properties in the file, with the addresses; throws {@link UncheckedIOException} with one sentence if it is not readable. */
    public static Properties of(String bootstrapServer, Optional<Path> commandConfig) {
        Properties properties = new Properties();
        commandConfig.ifPresent(file -> load(file, properties));
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
        return properties;
    }

    private static void load(Path file, Properties properties) {
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--command-config: " + FileFault.of(file, unreadable), unreadable);
        }
    }
}
