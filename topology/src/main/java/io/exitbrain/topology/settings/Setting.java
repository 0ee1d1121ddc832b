package io.exitbrain.topology.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The settings of the engine process: key, default and description. Settings {@code kafka.*} come in addition. */
public enum Setting {
    APPLICATION_ID("application.id", "", "consumer group; default exit-brain, in shadow mode exit-brain-shadow"),
    POLICY("policy", "", "policy file; default: the built-in numbers"),
    TOPICS("topics", "", "topics file; default: the one that ships"),
    TOPICS_CREATE("topics.create", "true", "create missing topics at the start"),
    STORE("store", "memory", "memory or rocksdb"),
    LANE("lane", "", "fast or plain; default fast, with kafka.group.protocol=streams plain"),
    STATE_DIR("state.dir", "data/state", "local files of the engine"),
    THREADS("threads", "1", "stream threads"),
    TAKE_OVER("take-over", "true", "replace an instance whose process has ended before its session ends"),
    END_HANGING_TRANSACTIONS(
            "end-hanging-transactions", "true", "end a transaction of this application that no coordinator knows of"),
    HTTP_HOST("http.host", "127.0.0.1", "address the queries are served on"),
    HTTP_PORT("http.port", "8003", "port the queries are served on"),
    HTTP_ADVERTISED("http.advertised", "", "host:port for the other instances; default: host and port"),
    HTTP_TOKEN("http.token", "", "what a client must send to get an answer; needed unless http.host is loopback"),
    HTTP_TOKEN_FILE("http.token-file", "", "a file that contains the token, on one line"),
    HTTP_INSECURE("http.insecure", "false", "serve an address that is not loopback without a token"),
    TLS_KEYSTORE("http.tls.keystore", "", "PKCS12 or JKS file with the key and certificate of the HTTP server"),
    TLS_KEYSTORE_PASSWORD("http.tls.keystore-password", "", "its password"),
    TLS_TRUSTSTORE(
            "http.tls.truststore", "", "certificates of the other instances; default: those that the JVM trusts"),
    TLS_TRUSTSTORE_PASSWORD("http.tls.truststore-password", "", "its password"),
    DEAD_LETTERS("health.dead-letters-per-minute", "10", "more of them turn health DEGRADED"),
    LAG("health.lag-records", "10000", "more waiting records turn health DEGRADED"),
    INPUT_AGE("health.input-age", "30s", "longer without any input while positions are open turns health DEGRADED"),
    LOG_FORMAT("log.format", "text", "text for a person, or json: one object a line"),
    LOG_LEVEL("log.level", "", "level of the engine's own lines: error, warn, info, debug or trace; default info");

    /** Settings with this prefix are passed to Kafka without it. */
    public static final String KAFKA = "kafka.";

    private static final String ENVIRONMENT = "EXIT_BRAIN_";
    private static final Set<Setting> SECRETS = Set.of(HTTP_TOKEN, TLS_KEYSTORE_PASSWORD, TLS_TRUSTSTORE_PASSWORD);

    private final String key;
    private final String defaultValue;
    private final String description;

    Setting(String key, String defaultValue, String description) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    public String key() {
        return key;
    }

    /** The default as text; empty = none. */
    public String defaultValue() {
        return defaultValue;
    }

    public String description() {
        return description;
    }

    /** The environment variable of this setting. */
    public String variable() {
        return variableOf(key);
    }

    /** Whether the value must not be shown. */
    boolean isSecret() {
        return SECRETS.contains(this);
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    /** The environment variable of the setting {@code key}, of the engine or of Kafka. */
    static String variableOf(String key) {
        return ENVIRONMENT + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    static boolean isKnown(String key) {
        return keys().contains(key) || (key.startsWith(KAFKA) && key.length() > KAFKA.length());
    }

    /** The key that the environment variable {@code name} sets; empty if it is not a variable of the engine. */
    static Optional<String> keyOf(String name) {
        Optional<String> own = Arrays.stream(values())
                .filter(setting -> setting.variable().equals(name))
                .map(Setting::key)
                .findFirst();
        String kafka = ENVIRONMENT + "KAFKA_";
        return own.or(() -> Optional.of(name)
                .filter(variable -> variable.startsWith(kafka))
                .map(variable -> KAFKA
                        + variable.substring(kafka.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.')));
    }
}
