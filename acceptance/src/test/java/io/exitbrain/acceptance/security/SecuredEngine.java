package io.exitbrain.acceptance.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.acceptance.cluster.EngineJvm;
import io.exitbrain.access.Access;
import io.exitbrain.access.PeerClient;
import io.exitbrain.access.Secret;
import io.exitbrain.access.Tls;
import io.exitbrain.access.Token;
import io.exitbrain.broker.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine in a JVM of its own, with a token, over TLS, and with credentials for the brokers. Its settings are in a file. */
record SecuredEngine(Process process, Path log, int port, PeerClient client) implements AutoCloseable {

    static final String TOKEN = "the-token-of-the-engines-0815";

    /** Starts an engine of the user whose settings are {@code kafka}, with its files below {@code parent}. */
    static SecuredEngine start(Path parent, String name, Map<String, Object> kafka) throws IOException {
        Path folder = parent.resolve(name);
        Path keystore = parent.resolve("engine.p12");
        if (!Files.exists(keystore)) {
            Certificates.truststore(
                    parent,
                    Certificates.keystore(parent, "engine", SecuredBroker.STORE_PASSWORD, "ip:127.0.0.1"),
                    SecuredBroker.STORE_PASSWORD);
        }
        Path truststore = parent.resolve("engine-trust.p12");
        int port = LoopbackPort.free();
        Map<String, Object> settings = Map.of(
                "http",
                Map.of(
                        "port",
                        port,
                        "token",
                        TOKEN,
                        "tls.keystore",
                        keystore.toString(),
                        "tls.keystore-password",
                        SecuredBroker.STORE_PASSWORD,
                        "tls.truststore",
                        truststore.toString(),
                        "tls.truststore-password",
                        SecuredBroker.STORE_PASSWORD),
                "log.level",
                "debug",
                "state.dir",
                folder.resolve("state").toString(),
                "kafka",
                kafka);
        Path file = Files.createDirectories(folder).resolve("settings.yaml");
        // JSON is YAML
        new ObjectMapper().writeValue(file.toFile(), settings);
        Path log = folder.resolve("log.txt");
        return new SecuredEngine(
                EngineJvm.start(log, List.of("--config", file.toString())), log, port, client(keystore, truststore));
    }

    private static PeerClient client(Path keystore, Path truststore) {
        Secret password = new Secret(SecuredBroker.STORE_PASSWORD);
        Optional<Tls> tls = Tls.of(
                new Tls.Store("keys", keystore.toFile(), password),
                Optional.of(new Tls.Store("trust", truststore.toFile(), password)),
                new ArrayList<>());
        return new PeerClient(new Access(Optional.of(Token.of(TOKEN)), tls), Duration.ofSeconds(10));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.http().send(client.question("127.0.0.1:" + port, path), HttpResponse.BodyHandlers.ofString());
    }

    /** The status of the answer; 0 without an answer. */
    int status(String path) throws InterruptedException {
        try {
            return get(path).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends the process at once, as a crash does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
