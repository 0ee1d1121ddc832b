package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.yaml.Durations;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.AuthenticationException;
import redis.clients.jedis.exceptions.JedisDataException;

/** The message for a failed probe: one sentence with cause and address, without a stack trace and without credentials. */
final class FailureMessage {

    private static final List<Class<? extends Throwable>> UNKNOWN_HOST =
            List.of(UnknownHostException.class, UnresolvedAddressException.class);
    private static final List<Class<? extends Throwable>> TIMEOUT = List.of(
            SocketTimeoutException.class,
            HttpTimeoutException.class,
            TimeoutException.class,
            org.apache.kafka.common.errors.TimeoutException.class);
    private static final List<Class<? extends Throwable>> REFUSED =
            List.of(AuthenticationException.class, JedisDataException.class);

    private final List<Throwable> chain;
    private final Dependency dependency;

    private FailureMessage(Throwable failure, Dependency dependency) {
        this.chain = chain(failure);
        this.dependency = dependency;
    }

    static String of(Throwable failure, Dependency dependency) {
        FailureMessage message = new FailureMessage(failure, dependency);
        return message.connection()
                .or(message::timeout)
                .orElseGet(() -> message.answer() + ": " + dependency.address());
    }

    /** The message for an attempt that took longer than the timeout of {@code dependency}. */
    static String timeout(Dependency dependency) {
        return "Timeout after %s: %s".formatted(Durations.inWords(dependency.timeout()), dependency.address());
    }

    private Optional<String> connection() {
        return connectionCause()
                .map(cause -> cause + ": " + dependency.address().hostsInWords());
    }

    private Optional<String> connectionCause() {
        if (find(UNKNOWN_HOST).isPresent() || isUnresolvable()) {
            return Optional.of("Unknown host");
        }
        if (find(NoRouteToHostException.class).isPresent()) {
            return Optional.of("No route to host");
        }
        return find(ConnectException.class).map(any -> connectMessage());
    }

    private Optional<String> timeout() {
        return find(TIMEOUT).map(late -> timeout(dependency));
    }

    private String answer() {
        return find(REFUSED)
                .map(refused -> "Refused (%s)".formatted(messageOf(refused)))
                .or(() -> find(SSLException.class).map(broken -> "TLS failed (%s)".formatted(messageOf(broken))))
                .or(() -> find(EOFException.class).map(closed -> "Connection closed"))
                .orElseGet(() -> messageOf(chain.get(chain.size() - 1)));
    }

    private String connectMessage() {
        return chain.stream()
                .filter(ConnectException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> !message.equals("null") && !message.isBlank())
                .map(message -> message.replaceAll(" \\(.*|:.*", ""))
                .findFirst()
                .orElse("Connection refused");
    }

    /** Kafka's client has no exception type for this case. */
    private boolean isUnresolvable() {
        return chain.stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No resolvable bootstrap"));
    }

    private String messageOf(Throwable cause) {
        String message =
                cause.getMessage() == null ? "" : Secrets.of(dependency).safe(cause.getMessage());
        return message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }

    private Optional<Throwable> find(Class<? extends Throwable> type) {
        return find(List.of(type));
    }

    private Optional<Throwable> find(List<Class<? extends Throwable>> types) {
        return chain.stream()
                .filter(cause -> types.stream().anyMatch(type -> type.isInstance(cause)))
                .findFirst();
    }

    /** The failure, its causes, and the failures that they suppressed. */
    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> chain = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.removeFirst();
            if (chain.add(next)) {
                open.addAll(List.of(next.getSuppressed()));
                Optional.ofNullable(next.getCause()).ifPresent(open::add);
            }
        }
        return List.copyOf(chain);
    }
}
