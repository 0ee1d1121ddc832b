package io.exitbrain.topology.brokers;

import io.exitbrain.listeners.AddressProbe;
import io.exitbrain.listeners.BrokerAddress;
import io.exitbrain.listeners.Listener;
import io.exitbrain.yaml.InvalidFile;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/** Checks that brokers answer before a command begins its work. */
public final class Brokers {

    private Brokers() {}

    /** Returns once a broker has answered; see {@link #connect}. */
    public static void requireAnswer(Properties client, Duration within, String setting) {
        connect(client, within, setting).close();
    }

    /**
     * A client of brokers that have answered. The caller closes it.
     *
     * <p>An address that speaks another protocol is refused even if another address is a broker: Kafka's clients take the first bytes of
     * any answer for its length, and would run out of memory.
     *
     * @param client the settings of a client, with {@code bootstrap.servers}
     * @param within the longest wait for each of the two steps: the first answer of an address, and the answer of the cluster
     * @param setting the setting or option that holds the addresses, for the message
     * @throws BrokersUnreachable no broker answers, or something answers that is no broker
     * @throws InvalidFile Kafka cannot use the settings of the client
     */
    public static Admin connect(Properties client, Duration within, String setting) {
        List<BrokerAddress> addresses = BrokerAddress.listed(text(client), setting);
        List<Listener> listeners = listeners(client, addresses, within);
        Listener.firstOther(listeners).ifPresent(other -> {
            throw new BrokersUnreachable(other.refusal(setting));
        });
        if (listeners.stream().noneMatch(Listener::isBroker)) {
            throw new BrokersUnreachable(nobodyAnswers(text(client), reasons(listeners), setting));
        }
        Admin admin = admin(client);
        try {
            requireCluster(admin, client, within, setting);
            return admin;
        } catch (RuntimeException failure) {
            admin.close(Duration.ZERO);
            throw failure;
        }
    }

    private static List<Listener> listeners(Properties client, List<BrokerAddress> addresses, Duration within) {
        try {
            return new AddressProbe(protocol(client), within).listeners(addresses);
        } catch (InterruptedException interrupted) {
            throw stopped(client, interrupted);
        }
    }

    private static BrokersUnreachable stopped(Properties client, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new BrokersUnreachable("was interrupted while waiting for " + text(client), interrupted);
    }

    private static void requireCluster(Admin admin, Properties client, Duration within, String setting) {
        try {
            DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs((int) within.toMillis());
            admin.describeCluster(options).clusterId().get();
        } catch (ExecutionException unanswered) {
            Throwable cause = unanswered.getCause() == null ? unanswered : unanswered.getCause();
            throw new BrokersUnreachable(
                    cause instanceof AuthenticationException
                            ? "the brokers at %s refuse the connection: %s".formatted(text(client), root(cause))
                            : nobodyAnswers(text(client), root(cause), setting),
                    cause);
        } catch (InterruptedException interrupted) {
            throw stopped(client, interrupted);
        }
    }

    private static Admin admin(Properties client) {
        try {
            return Admin.create(client);
        } catch (KafkaException unusable) {
            throw new InvalidFile("settings of the Kafka client", List.of(root(unusable)));
        }
    }

    private static String nobodyAnswers(String addresses, String reason, String setting) {
        return "no broker answers at %s: %s; start one, or set %s".formatted(addresses, reason, setting);
    }

    private static String reasons(List<Listener> listeners) {
        return listeners.size() == 1
                ? listeners.get(0).sentence()
                : listeners.stream()
                        .map(listener -> listener.address() + " " + listener.sentence())
                        .collect(Collectors.joining(", "));
    }

    /** The message of the deepest cause: Kafka's own wrappers only say that something failed. */
    private static String root(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static String text(Properties client) {
        return client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
    }

    private static String protocol(Properties client) {
        return client.getProperty(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    }
}
