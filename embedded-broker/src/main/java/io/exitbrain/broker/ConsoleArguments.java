package io.exitbrain.broker;

import io.exitbrain.listeners.AddressProbe;
import io.exitbrain.listeners.BrokerAddress;
import io.exitbrain.listeners.Listener;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where Kafka's console tools will connect to, by their arguments. What is wrong with the arguments themselves is theirs to say.
 *
 * @param addresses as they were given; empty without any
 * @param client what the arguments and the files that they name set for the client
 */
record ConsoleArguments(Optional<String> addresses, Properties client) {

    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final String ADDRESSES = "--bootstrap-server";
    private static final Set<String> FILES = Set.of("--command-config", "--producer.config", "--consumer.config");
    private static final Set<String> PROPERTIES =
            Set.of("--command-property", "--producer-property", "--consumer-property");

    static ConsoleArguments of(String... arguments) {
        Properties client = new Properties();
        List<String> words = words(arguments);
        // A property takes precedence over a file, as in the tools.
        values(words, FILES).forEach(file -> load(file, client));
        values(words, PROPERTIES).forEach(property -> set(property, client));
        return new ConsoleArguments(values(words, Set.of(ADDRESSES)).stream().findFirst(), client);
    }

    /** {@code --name=value} counts as two words. */
    private static List<String> words(String... arguments) {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            words.addAll(argument.startsWith("--") ? List.of(argument.split("=", 2)) : List.of(argument));
        }
        return words;
    }

    private static List<String> values(List<String> words, Set<String> options) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (options.contains(words.get(i))) {
                values.add(words.get(i + 1));
            }
        }
        return values;
    }

    private static void load(String file, Properties client) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            client.load(in);
        } catch (IOException | IllegalArgumentException unusable) {
            // The tool reads the file, too, and says so.
        }
    }

    private static void set(String property, Properties client) {
        String[] parts = property.split("=", 2);
        client.setProperty(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** A sentence if something else than a broker answers at an address: a client of Kafka would run out of memory there. */
    Optional<String> refusal() throws InterruptedException {
        try {
            List<BrokerAddress> brokers = BrokerAddress.listed(addresses.orElse(""), ADDRESSES);
            return Listener.firstOther(new AddressProbe(protocol(), FIRST_ANSWER_WITHIN).listeners(brokers))
                    .map(other -> other.refusal(ADDRESSES));
        } catch (InvalidFile noAddress) {
            return Optional.empty();
        }
    }

    String protocol() {
        return client.getProperty(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    }
}
