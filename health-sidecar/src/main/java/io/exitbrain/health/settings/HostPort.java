package io.exitbrain.health.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A machine and its port. */
public record HostPort(String host, int port) {

    private static final int LAST_PORT = 65_535;
    private static final Pattern WRITTEN = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:/@,\\[\\]]+):([0-9]{1,5})");

    /** {@code host:port}, also with a literal IPv6 address in brackets. */
    static Optional<HostPort> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches() ? of(written.group(1), Integer.parseInt(written.group(2))) : Optional.empty();
    }

    static Optional<HostPort> of(String host, int port) {
        return port > 0 && port <= LAST_PORT ? Optional.of(new HostPort(host, port)) : Optional.empty();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
