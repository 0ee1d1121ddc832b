package io.exitbrain.access;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The certificate with which a server proves who it is, and the certificates that its clients trust. */
public final class Tls {

    private final KeyStore keys;
    private final Secret password;
    private final Optional<KeyStore> trusted;

    private Tls(KeyStore keys, Secret password, Optional<KeyStore> trusted) {
        this.keys = keys;
        this.password = password;
        this.trusted = trusted;
    }

    /**
     * A file with keys or certificates, PKCS12 or JKS.
     *
     * @param key the name of its setting, for messages
     */
    public record Store(String key, File file, Secret password) {

        private Optional<KeyStore> read(List<String> faults) {
            if (!file.isFile()) {
                faults.add("%s: %s does not exist".formatted(key, file));
                return Optional.empty();
            }
            try {
                return Optional.of(KeyStore.getInstance(file, password.characters()));
            } catch (IOException | GeneralSecurityException unreadable) {
                faults.add("%s: %s cannot be read: %s".formatted(key, file, unreadable.getMessage()));
                return Optional.empty();
            }
        }

        private Optional<KeyStore> readKeys(List<String> faults) {
            Optional<KeyStore> store = read(faults);
            if (store.isPresent() && !hasKey(store.get())) {
                faults.add("%s: %s has no private key".formatted(key, file));
            }
            return store;
        }

        private static boolean hasKey(KeyStore store) {
            try {
                for (String alias : Collections.list(store.aliases())) {
                    if (store.isKeyEntry(alias)) {
                        return true;
                    }
                }
                return false;
            } catch (KeyStoreException notLoaded) {
                throw new IllegalStateException(notLoaded);
            }
        }
    }

    /**
     * Reads the files; empty if there is a fault, which is added to {@code faults}.
     *
     * @param trust the certificates that the clients trust; empty = those that the JVM trusts
     */
    public static Optional<Tls> of(Store keys, Optional<Store> trust, List<String> faults) {
        Optional<KeyStore> own = keys.readKeys(faults);
        Optional<KeyStore> others = trust.flatMap(store -> store.read(faults));
        return own.map(store -> new Tls(store, keys.password(), others));
    }

    SslContextFactory.Server server() {
        SslContextFactory.Server server = new SslContextFactory.Server();
        server.setKeyStore(keys);
        server.setKeyStorePassword(password.text());
        return server;
    }

    /** For a client of a server that has a certificate of the truststore. */
    SSLContext client() {
        return trusting(trusted);
    }

    /** For a client that trusts the certificates of {@code trust}; empty if there is a fault, which is added to {@code faults}. */
    public static Optional<SSLContext> clientOf(Store trust, List<String> faults) {
        return trust.read(faults).map(store -> trusting(Optional.of(store)));
    }

    private static SSLContext trusting(Optional<KeyStore> trusted) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            // Without a truststore of its own the factory takes that of the JVM.
            trust.init(trusted.orElse(null));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the truststore cannot be used: " + unusable.getMessage(), unusable);
        }
    }
}
