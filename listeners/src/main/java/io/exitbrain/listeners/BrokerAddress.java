package io.exitbrain.listeners;

import io.exitbrain.yaml.InvalidFile;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/** One address of {@code bootstrap.servers}. */
public record BrokerAddress(String host, int port) {

    private static final int MAX_PORT = 65_535;

    /** The addresses in {@code text}, separated by commas; throws {@link InvalidFile} that names {@code setting} if one is none. */
    public static List<BrokerAddress> listed(String text, String setting) {
        List<String> parts = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            throw new InvalidFile("settings", List.of(setting + ": must be host:port, was empty"));
        }
        return parts.stream().map(part -> of(part, setting)).toList();
    }

    private static BrokerAddress of(String text, String setting) {
        String host = Utils.getHost(text);
        Integer port = Utils.getPort(text);
        if (host == null || port == null || port < 1 || port > MAX_PORT) {
            throw new InvalidFile("settings", List.of("%s: must be host:port, was %s".formatted(setting, text)));
        }
        return new BrokerAddress(host, port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
