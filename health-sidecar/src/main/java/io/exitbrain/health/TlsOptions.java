package io.exitbrain.health;

import io.exitbrain.access.Secret;
import io.exitbrain.access.Tls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/** The files of keys and certificates. Their passwords are no options: the list of processes shows them. */
final class TlsOptions {

    private static final String KEYSTORE = "SIDECAR_TLS_KEYSTORE";
    private static final String TRUSTSTORE = "SIDECAR_TLS_TRUSTSTORE";
    private static final String PASSWORD = "_PASSWORD";

    @Option(
            names = "--tls-keystore",
            defaultValue = "${env:SIDECAR_TLS_KEYSTORE:-}",
            description =
                    "A PKCS12 or JKS file with key and certificate, which switches TLS on; or SIDECAR_TLS_KEYSTORE. Its "
                            + "password is in the variable SIDECAR_TLS_KEYSTORE_PASSWORD.")
    private String keystore = "";

    @Option(
            names = "--tls-truststore",
            defaultValue = "${env:SIDECAR_TLS_TRUSTSTORE:-}",
            description =
                    "The certificates of the dependencies that are asked under https://, instead of those that the JVM trusts; "
                            + "or SIDECAR_TLS_TRUSTSTORE. Its password is in the variable SIDECAR_TLS_TRUSTSTORE_PASSWORD.")
    private String truststore = "";

    /** How the sidecar proves who it is; empty = plain HTTP, or a fault, which is added to {@code faults}. */
    Optional<Tls> server(Map<String, String> variables, List<String> faults) {
        return store(keystore, "--tls-keystore", KEYSTORE, variables, faults)
                .flatMap(keys -> Tls.of(keys, Optional.empty(), faults));
    }

    /** Whom the probes trust; empty = whom the JVM trusts, or a fault, which is added to {@code faults}. */
    Optional<SSLContext> client(Map<String, String> variables, List<String> faults) {
        return store(truststore, "--tls-truststore", TRUSTSTORE, variables, faults)
                .flatMap(trust -> Tls.clientOf(trust, faults));
    }

    private static Optional<Tls.Store> store(
            String file, String option, String variable, Map<String, String> variables, List<String> faults) {
        Optional<String> password =
                Optional.ofNullable(variables.get(variable + PASSWORD)).filter(text -> !text.isEmpty());
        if (file.isBlank() == password.isPresent()) {
            faults.add("%s (%s) and %s: both or none must be set".formatted(option, variable, variable + PASSWORD));
        }
        return password.filter(text -> !file.isBlank())
                .map(text -> new Tls.Store(option, Path.of(file).toFile(), new Secret(text)));
    }
}
