package io.exitbrain.health;

import io.exitbrain.access.Access;
import io.exitbrain.access.Door;
import io.exitbrain.access.Token;
import io.exitbrain.access.TokenSettings;
import io.exitbrain.yaml.InvalidFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say where the sidecar listens, what it asks of its clients and whom it trusts. The token itself is no
 * option: the list of processes shows them.
 */
final class DoorOptions {

    private static final String TOKEN = "SIDECAR_TOKEN";
    private static final TokenSettings.Keys KEYS =
            new TokenSettings.Keys("--host", TOKEN, "--token-file", "--insecure (SIDECAR_INSECURE=true)");

    @Option(
            names = "--port",
            defaultValue = "${env:SIDECAR_PORT:-8001}",
            description = "The port it listens on; 0 = any free port; default 8001, or SIDECAR_PORT.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "${env:SIDECAR_HOST:-127.0.0.1}",
            description =
                    "The address it listens on; default 127.0.0.1, or SIDECAR_HOST. Another one than loopback needs a token, in the "
                            + "variable SIDECAR_TOKEN or in --token-file, or --insecure.")
    private String host = "";

    @Option(
            names = "--advertised",
            defaultValue = "${env:SIDECAR_ADVERTISED:-}",
            description =
                    "A further name under which requests are answered, such as sidecar:8001; or SIDECAR_ADVERTISED.")
    private String advertised = "";

    @Option(
            names = "--token-file",
            defaultValue = "${env:SIDECAR_TOKEN_FILE:-}",
            description = "A file with the token that clients must send, on one line; or SIDECAR_TOKEN_FILE.")
    private String tokenFile = "";

    @Option(
            names = "--insecure",
            defaultValue = "${env:SIDECAR_INSECURE:-false}",
            description = "Listen on an address that is not loopback without a token; or SIDECAR_INSECURE=true.")
    private boolean isInsecure;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    int port() {
        return port;
    }

    /** Throws {@link InvalidFile} with each fault. The secrets are in {@code variables} or in files. */
    Network network(Map<String, String> variables) {
        List<String> faults = new ArrayList<>();
        Optional<Token> token = new TokenSettings(
                        host,
                        Optional.ofNullable(variables.get(TOKEN)).filter(text -> !text.isBlank()),
                        Optional.of(tokenFile).filter(name -> !name.isBlank()).map(Path::of),
                        isInsecure,
                        KEYS)
                .read(faults);
        Door door = new Door(host, port, new Access(token, tls.server(variables, faults)));
        Optional<SSLContext> trusted = tls.client(variables, faults);
        if (!faults.isEmpty()) {
            throw new InvalidFile("sidecar", faults);
        }
        return new Network(door, Optional.of(advertised).filter(name -> !name.isBlank()), trusted);
    }
}
