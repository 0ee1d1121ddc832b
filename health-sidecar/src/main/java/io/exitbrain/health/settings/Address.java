package io.exitbrain.health.settings;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a dependency is.
 *
 * @param secret as it is used: it may hold credentials
 * @param shown as it may be shown: without them
 */
public record Address(String secret, String shown, List<HostPort> hosts) {

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

    /** {@code localhost:9092}, or several with commas. */
    public String hostsInWords() {
        return inWords(hosts);
    }

    private static String inWords(List<HostPort> hosts) {
        return hosts.stream().map(HostPort::toString).collect(Collectors.joining(","));
    }

    /** Never the credentials. */
    @Override
    public String toString() {
        return shown;
    }
}
