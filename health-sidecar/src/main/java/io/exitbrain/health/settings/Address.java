package io.exitbrain.health.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a dependency.
 *
 * @param secret the address to connect to; it may contain credentials
 * @param shown the same without credentials, for reports
 */
public record Address(String secret, String shown, List<HostPort> hosts) {

    /** A host and its port. */
    public record HostPort(String host, int port) {

        private static final int MAX_PORT = 65_535;
        private static final Pattern FORMAT = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:/@,\\[\\]]+):([0-9]{1,5})");

        /** {@code host:port}; the host may be an IPv6 address in brackets. Empty for any other text. */
        static Optional<HostPort> parse(String text) {
            Matcher matcher = FORMAT.matcher(text);
            return matcher.matches() ? of(matcher.group(1), Integer.parseInt(matcher.group(2))) : Optional.empty();
        }

        /** Empty if {@code port} is not in [1, 65535]. */
        static Optional<HostPort> of(String host, int port) {
            return port > 0 && port <= MAX_PORT ? Optional.of(new HostPort(host, port)) : Optional.empty();
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public Address {
        hosts = List.copyOf(hosts);
    }

    static Address ofHosts(List<HostPort> hosts) {
        String text = inWords(hosts);
        return new Address(text, text, hosts);
    }

    public URI uri() {
        return URI.create(secret);
    }

    /** {@code localhost:9092}; several hosts with commas. */
    public String hostsInWords() {
        return inWords(hosts);
    }

    private static String inWords(List<HostPort> hosts) {
        return hosts.stream().map(HostPort::toString).collect(Collectors.joining(","));
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return shown;
    }
}
