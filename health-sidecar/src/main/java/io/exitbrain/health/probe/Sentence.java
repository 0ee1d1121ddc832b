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

/** Says what a failure means to whoever must act on it: one sentence with cause and address, no stack, no credentials. */
final class Sentence {

    private static final List<Class<? extends Throwable>> UNKNOWN_HOST =
            List.of(UnknownHostException.class, UnresolvedAddressException.class);
    private static final List<Class<? extends Throwable>> TIMEOUT = List.of(
            SocketTimeoutException.class,
            HttpTimeoutException.class,
            TimeoutException.class,
            org.apache.kafka.common.errors.TimeoutException.class);
    private static final List<Class<? extends Throwable>> REFUSED =
            List.of(AuthenticationException.class, JedisDataException.class);

    private Sentence() {}

    static String of(Throwable failure, Dependency dependency) {
        List<Throwable> chain = chain(failure);
        String hosts = dependency.address().hostsInWords();
        return connection(chain)
                .map(cause -> cause + ": " + hosts)
                .or(() -> timeout(chain, dependency))
                .orElseGet(() -> answer(chain, dependency) + ": " + dependency.address());
    }

    private static Optional<String> connection(List<Throwable> chain) {
        if (has(chain, UNKNOWN_HOST) || isUnresolvable(chain)) {
            return Optional.of("Unknown host");
        }
        if (has(chain, List.of(NoRouteToHostException.class))) {
            return Optional.of("No route to host");
        }
        return has(chain, List.of(ConnectException.class)) ? Optional.of(connecting(chain)) : Optional.empty();
    }

    private static Optional<String> timeout(List<Throwable> chain, Dependency dependency) {
        return find(chain, TIMEOUT)
                .map(late -> "Timeout after %s: %s"
                        .formatted(Durations.inWords(dependency.timeout()), dependency.address()));
    }

    private static String answer(List<Throwable> chain, Dependency dependency) {
        Secrets secrets = Secrets.of(dependency);
        return find(chain, REFUSED)
                .map(refused -> "Refused (%s)".formatted(told(refused, secrets)))
                .or(() -> find(chain, List.of(SSLException.class))
                        .map(broken -> "TLS failed (%s)".formatted(told(broken, secrets))))
                .or(() -> find(chain, List.of(EOFException.class)).map(closed -> "Connection closed"))
                .orElseGet(() -> told(chain.get(chain.size() - 1), secrets));
    }

    private static String connecting(List<Throwable> chain) {
        return chain.stream()
                .filter(ConnectException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> !message.equals("null") && !message.isBlank())
                .map(message -> message.replaceAll(" \\(.*|:.*", ""))
                .findFirst()
                .orElse("Connection refused");
    }

    /** Kafka's client says so without a type of its own. */
    private static boolean isUnresolvable(List<Throwable> chain) {
        return chain.stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No resolvable bootstrap"));
    }

    private static String told(Throwable cause, Secrets secrets) {
        String message = OneLine.of(secrets.hiddenIn(cause.getMessage() == null ? "" : cause.getMessage()));
        return message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }

    /** The failure, its causes, and what they suppressed. */
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

    private static boolean has(List<Throwable> chain, List<Class<? extends Throwable>> types) {
        return find(chain, types).isPresent();
    }

    private static Optional<Throwable> find(List<Throwable> chain, List<Class<? extends Throwable>> types) {
        return chain.stream()
                .filter(cause -> types.stream().anyMatch(type -> type.isInstance(cause)))
                .findFirst();
    }
}
