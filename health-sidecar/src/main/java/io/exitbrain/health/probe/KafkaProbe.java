package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Address.HostPort;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.listeners.AddressProbe;
import io.exitbrain.listeners.BrokerAddress;
import io.exitbrain.listeners.Listener;
import io.exitbrain.yaml.Durations;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a Kafka cluster can do what the service needs. The probe keeps its client. After a failure the next check creates a new
 * client, which does not know brokers that are gone and does not wait for a backoff.
 */
final class KafkaProbe implements Probe {

    /** A server that says nothing is asked twice, and the client needs the rest. */
    private static final int PART_FOR_THE_PROTOCOL = 5;

    private final Dependency dependency;
    private @Nullable Admin admin;
    private boolean isClosed;

    KafkaProbe(Dependency dependency) {
        this.dependency = dependency;
    }

    @Override
    public Finding check(Attempt attempt) throws Exception {
        if (!hasClient()) {
            requireReachable(attempt);
            Optional<Finding> other = otherServer(attempt);
            if (other.isPresent()) {
                return other.get();
            }
        }
        Admin client = client();
        try {
            return new ClusterCheck(client, dependency, budgetOf(attempt.remaining())).finding();
        } catch (Exception failure) {
            forget(client);
            if (!isTimeout(failure)) {
                throw failure;
            }
            requireReachable(attempt);
            return Finding.down("Timeout after %s, though connections are accepted: %s"
                    .formatted(Durations.inWords(dependency.timeout()), dependency.address()));
        }
    }

    /** Most of {@code time}; the rest is for finding out why no broker answered. */
    private static Duration budgetOf(Duration time) {
        return time.multipliedBy(4).dividedBy(5);
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof org.apache.kafka.common.errors.TimeoutException
                || (failure.getCause() != null && isTimeout(failure.getCause()));
    }

    /**
     * Throws if no host accepts a connection. Kafka's client only reports a timeout; a plain connection tells a stopped broker from a
     * silent one at once.
     */
    private void requireReachable(Attempt attempt) throws IOException {
        List<HostPort> hosts = dependency.address().hosts();
        int timeoutMs = Math.max(1, (int) attempt.remaining().toMillis() / hosts.size() / 2);
        IOException unreachable = new IOException("no address");
        for (HostPort host : hosts) {
            try (Socket socket = attempt.opened(new Socket())) {
                TcpProbe.connect(socket, host, timeoutMs);
                return;
            } catch (IOException ofThisHost) {
                unreachable = ofThisHost;
            }
        }
        throw unreachable;
    }

    /** What is found if an address belongs to another server: a client of Kafka would run out of memory there. */
    private Optional<Finding> otherServer(Attempt attempt) throws InterruptedException {
        AddressProbe probe = new AddressProbe(protocol(), attempt.remaining().dividedBy(PART_FOR_THE_PROTOCOL));
        List<BrokerAddress> addresses =
                BrokerAddress.listed(dependency.address().hostsInWords(), dependency.name());
        return Listener.firstOther(probe.listeners(addresses))
                .map(other -> Finding.down("Not a Kafka broker (%s): %s".formatted(other.sentence(), other.address())));
    }

    private String protocol() {
        return dependency
                .kafka()
                .client()
                .getOrDefault(
                        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    }

    private synchronized boolean hasClient() {
        return admin != null;
    }

    private synchronized Admin client() {
        if (admin == null) {
            admin = Admin.create(properties());
            if (isClosed) {
                forget(admin);
                throw new IllegalStateException("the probe is closed");
            }
        }
        return admin;
    }

    private Map<String, Object> properties() {
        String budgetMs = Long.toString(budgetOf(dependency.timeout()).toMillis());
        Map<String, Object> properties = new HashMap<>();
        properties.put("client.id", "health-sidecar");
        properties.put("default.api.timeout.ms", budgetMs);
        properties.put("request.timeout.ms", budgetMs);
        properties.put("reconnect.backoff.max.ms", "200");
        properties.put("metric.reporters", "");
        properties.put("enable.metrics.push", "false");
        properties.putAll(dependency.kafka().client());
        properties.put("bootstrap.servers", dependency.address().hostsInWords());
        return properties;
    }

    private synchronized void forget(Admin client) {
        if (client == admin) {
            admin = null;
        }
        client.close(Duration.ZERO);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (admin != null) {
            forget(admin);
        }
    }
}
