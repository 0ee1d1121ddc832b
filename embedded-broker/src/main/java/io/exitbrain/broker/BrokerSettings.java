package io.exitbrain.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Port, data folder and extra properties of an embedded broker.
 *
 * @param port 0 = any free port
 * @param extra broker properties that replace the defaults
 */
public record BrokerSettings(Path data, int port, Map<String, String> extra) {

    /** The port that Kafka's own tools expect. */
    public static final int DEFAULT_PORT = 9092;

    private static final int MAX_PORT = 65_535;

    public BrokerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port must be in [0, 65535], was " + port);
        }
        extra = Map.copyOf(extra);
    }

    /** On any free port, as a test needs it. */
    public static BrokerSettings in(Path data) {
        return new BrokerSettings(data, 0, Map.of());
    }

    public BrokerSettings onPort(int otherPort) {
        return new BrokerSettings(data, otherPort, extra);
    }

    public BrokerSettings with(String property, String value) {
        Map<String, String> more = new LinkedHashMap<>(extra);
        more.put(property, value);
        return new BrokerSettings(data, port, more);
    }
}
