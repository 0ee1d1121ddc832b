package io.exitbrain.topology.settings;

import io.exitbrain.access.Access;
import io.exitbrain.access.Secret;
import io.exitbrain.access.Tls;
import io.exitbrain.access.TokenSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the settings of the HTTP server. */
final class HttpSettings {

    private static final int MAX_PORT = 65_535;

    private static final TokenSettings.Keys KEYS = new TokenSettings.Keys(
            Setting.HTTP_HOST.key(),
            Setting.HTTP_TOKEN.key(),
            Setting.HTTP_TOKEN_FILE.key(),
            Setting.HTTP_INSECURE.key() + "=true");

    private HttpSettings() {}

    static HttpAddress of(SettingValues read) {
        return new HttpAddress(
                read.valueOf(Setting.HTTP_HOST),
                (int) read.number(Setting.HTTP_PORT, 0, MAX_PORT),
                read.text(Setting.HTTP_ADVERTISED),
                new Access(token(read).read(read.faults()), tls(read)));
    }

    private static TokenSettings token(SettingValues read) {
        return new TokenSettings(
                read.valueOf(Setting.HTTP_HOST),
                read.text(Setting.HTTP_TOKEN),
                read.text(Setting.HTTP_TOKEN_FILE).map(Path::of),
                read.flag(Setting.HTTP_INSECURE),
                KEYS);
    }

    private static Optional<Tls> tls(SettingValues read) {
        Optional<Tls.Store> keys = store(read, Setting.TLS_KEYSTORE, Setting.TLS_KEYSTORE_PASSWORD);
        Optional<Tls.Store> trust = store(read, Setting.TLS_TRUSTSTORE, Setting.TLS_TRUSTSTORE_PASSWORD);
        if (keys.isEmpty() && trust.isPresent()) {
            read.faults().add("http.tls.truststore: needs http.tls.keystore, which switches TLS on");
        }
        return keys.flatMap(store -> Tls.of(store, trust, read.faults()));
    }

    private static Optional<Tls.Store> store(SettingValues read, Setting file, Setting password) {
        Optional<Secret> secret = read.text(password).map(Secret::new);
        if (read.text(file).isPresent() != secret.isPresent()) {
            read.faults().add("%s and %s: both or none must be set".formatted(file.key(), password.key()));
        }
        return read.text(file)
                .flatMap(path -> secret.map(
                        word -> new Tls.Store(file.key(), Path.of(path).toFile(), word)));
    }
}
