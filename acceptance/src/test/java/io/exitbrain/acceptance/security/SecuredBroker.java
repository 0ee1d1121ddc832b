package io.exitbrain.acceptance.security;

import io.exitbrain.broker.BrokerSettings;
import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.broker.LoopbackPort;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;

/** A broker that only takes SASL_SSL, and only lets its users do what they have a right to. */
final class SecuredBroker implements AutoCloseable {

    static final String STORE_PASSWORD = "store-password-of-the-test";

    private static final String ADMIN = "admin";
    private static final String LISTENER = "SASL_SSL";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String SCRAM = ScramMechanism.SCRAM_SHA_512.mechanismName();
    private static final String SCRAM_LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final int SCRAM_ITERATIONS = 4_096;

    private final EmbeddedBroker broker;
    private final Path truststore;

    private SecuredBroker(EmbeddedBroker broker, Path truststore) {
        this.broker = broker;
        this.truststore = truststore;
    }

    /** Starts with {@code users}; a user has no right at first. */
    static SecuredBroker start(Path folder, Collection<String> users) {
        Path keystore = Certificates.keystore(folder, "broker", STORE_PASSWORD, "dns:localhost,ip:127.0.0.1");
        Path truststore = Certificates.truststore(folder, keystore, STORE_PASSWORD);
        int port = LoopbackPort.free();
        BrokerSettings settings = BrokerSettings.in(folder.resolve("broker")).onPort(port);
        Map<String, String> properties = new HashMap<>(listeners(port, LoopbackPort.free()));
        properties.putAll(tls(keystore, truststore));
        properties.putAll(logins(users));
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // The controller of this one-node cluster listens without credentials.
        properties.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            settings = settings.with(property.getKey(), property.getValue());
        }
        return new SecuredBroker(EmbeddedBroker.start(settings), truststore);
    }

    private static Map<String, String> listeners(int port, int controllerPort) {
        String listener = LISTENER + "://localhost:" + port;
        return Map.of(
                "listeners",
                listener + ",CONTROLLER://localhost:" + controllerPort,
                "advertised.listeners",
                listener,
                "listener.security.protocol.map",
                "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                LISTENER,
                "controller.quorum.voters",
                "1@localhost:" + controllerPort);
    }

    private static Map<String, String> tls(Path keystore, Path truststore) {
        return Map.of(
                "ssl.keystore.location",
                keystore.toString(),
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.password",
                STORE_PASSWORD,
                "ssl.truststore.location",
                truststore.toString(),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.password",
                STORE_PASSWORD);
    }

    private static Map<String, String> logins(Collection<String> users) {
        String known = users.stream()
                .map(user -> " user_%s=\"%s\"".formatted(user, passwordOf(user)))
                .collect(Collectors.joining());
        return Map.of(
                "sasl.enabled.mechanisms",
                "PLAIN," + SCRAM,
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.sasl_ssl.plain.sasl.jaas.config",
                "%s username=\"%s\" password=\"%s\" user_%s=\"%s\"%s;"
                        .formatted(LOGIN, ADMIN, passwordOf(ADMIN), ADMIN, passwordOf(ADMIN), known),
                // Its users are on the brokers: an administrator adds them while the brokers run.
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                SCRAM_LOGIN + ";");
    }

    static String passwordOf(String user) {
        return "password-of-" + user + "-4711";
    }

    /** What a client of {@code user} is set to. */
    Map<String, Object> client(String user) {
        return client("PLAIN", "%s username=\"%s\" password=\"%s\";".formatted(LOGIN, user, passwordOf(user)));
    }

    /** What a client of {@code user} is set to that proves with SCRAM-SHA-512 that it knows {@code password}. */
    Map<String, Object> scramClient(String user, String password) {
        return client(SCRAM, "%s username=\"%s\" password=\"%s\";".formatted(SCRAM_LOGIN, user, password));
    }

    private Map<String, Object> client(String mechanism, String login) {
        return Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "security.protocol",
                LISTENER,
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                login,
                "ssl.truststore.location",
                truststore.toString(),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.password",
                STORE_PASSWORD);
    }

    /** What a client is set to that may do everything. */
    Map<String, Object> adminClient() {
        return client(ADMIN);
    }

    void grant(List<AclBinding> rights) {
        try (Admin admin = Admin.create(adminClient())) {
            admin.createAcls(rights)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    /** Adds a user who logs in with SCRAM-SHA-512. */
    void addScramUser(String user) {
        try (Admin admin = Admin.create(adminClient())) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user,
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS),
                            passwordOf(user))))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
