package io.exitbrain.health.settings;

import io.exitbrain.health.settings.Address.HostPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an address in the format of its kind. */
final class AddressReader {

    private static final int REDIS_PORT = 6379;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String HIDDEN = "***";

    private AddressReader() {}

    static Optional<Address> read(Kind kind, String text) {
        return switch (kind) {
            case REDIS -> uri(text, Set.of("redis", "rediss"));
            case HTTP -> uri(text, Set.of("http", "https"));
            case TCP, KAFKA -> hosts(kind, text);
        };
    }

    /** The format of an address, for messages. */
    static String format(Kind kind) {
        return switch (kind) {
            case REDIS -> "redis://host:port or rediss://user:password@host:port";
            case HTTP -> "http://host:port/path or https://host:port/path";
            case TCP -> "host:port";
            case KAFKA -> "host:port, several with commas";
        };
    }

    /** {@code text} without any possible secret; it need not be an address. */
    static String masked(String text) {
        return text.replaceAll(".*@", HIDDEN + "@").replaceAll("\\?.*", "?" + HIDDEN);
    }

    private static Optional<Address> uri(String text, Set<String> schemes) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || !schemes.contains(String.valueOf(uri.getScheme()))) {
                return Optional.empty();
            }
            return HostPort.of(uri.getHost(), portOf(uri)).map(host -> new Address(text, shown(uri), List.of(host)));
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    private static int portOf(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return switch (uri.getScheme()) {
            case "http" -> HTTP_PORT;
            case "https" -> HTTPS_PORT;
            default -> REDIS_PORT;
        };
    }

    private static String shown(URI uri) {
        return uri.getScheme() + "://"
                + (uri.getRawUserInfo() == null ? "" : HIDDEN + "@")
                + uri.getHost()
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + HIDDEN);
    }

    private static Optional<Address> hosts(Kind kind, String text) {
        List<Optional<HostPort>> hosts = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(HostPort::parse)
                .toList();
        boolean fits = hosts.stream().allMatch(Optional::isPresent) && (kind == Kind.KAFKA || hosts.size() == 1);
        return fits
                ? Optional.of(
                        Address.ofHosts(hosts.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }
}
