package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.HostPort;
import io.exitbrain.yaml.Durations;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Kafka cluster can do what the service needs of it. The client is kept from probe to probe; after a failure the next probe
 * makes a new one, which knows nothing of brokers that are gone and waits for no backoff.
 */
final class KafkaProbe implements Probe {

    private final Dependency dependency;
    private @Nullable Admin admin;
    private boolean isClosed;

    KafkaProbe(Dependency dependency) {
        this.dependency = dependency;
    }

    @Override
    public Finding look(Attempt attempt) throws Exception {
        if (!hasClient()) {
            requireReachable(attempt);
        }
        Admin client = client();
        try {
            return new ClusterLook(client, dependency, mostOf(attempt.remaining())).finding();
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

    /** The rest is kept to find out why nobody answered. */
    private static Duration mostOf(Duration time) {
        return time.multipliedBy(4).dividedBy(5);
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof org.apache.kafka.common.errors.TimeoutException
                || (failure.getCause() != null && isTimeout(failure.getCause()));
    }

    /** Kafka's client only says that time is up; a plain connection tells a stopped broker from a silent one, and at once. */
    private void requireReachable(Attempt attempt) throws IOException {
        List<HostPort> hosts = dependency.address().hosts();
        int shareMs = Math.max(1, (int) attempt.remaining().toMillis() / hosts.size() / 2);
        IOException unreachable = new IOException("no address");
        for (HostPort host : hosts) {
            try (Socket socket = attempt.opened(new Socket())) {
                TcpProbe.connect(socket, host, shareMs);
                return;
            } catch (IOException thisOne) {
                unreachable = thisOne;
            }
        }
        throw unreachable;
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
        String budgetMs = Long.toString(mostOf(dependency.timeout()).toMillis());
        Map<String, Object> properties = new HashMap<>();
        properties.put("client.id", "health-sidecar");
        properties.put("default.api.timeout.ms", budgetMs);
        properties.put("request.timeout.ms", budgetMs);
        properties.put("reconnect.backoff.max.ms", "200");
        properties.put("metric.reporters", "");
        properties.put("enable.metrics.push", "false");
        properties.putAll(dependency.bus().client());
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
