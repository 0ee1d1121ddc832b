package io.exitbrain.health;

import io.exitbrain.access.Access;
import io.exitbrain.access.Door;
import io.exitbrain.health.http.HealthServer;
import io.exitbrain.health.settings.SettingsFile;
import io.exitbrain.health.watch.Clocks;
import io.exitbrain.health.watch.Watches;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The running sidecar: it watches the dependencies and serves the report. */
public final class Sidecar implements AutoCloseable {

    private static final String VERSION = "/io/exitbrain/health/version.txt";

    private final Watches watches;
    private final HealthServer server;

    private Sidecar(Watches watches, HealthServer server) {
        this.watches = watches;
        this.server = server;
    }

    /** Watches the dependencies of {@code settings} and answers everybody on {@code port}, 0 = any free port. */
    public static Sidecar start(SettingsFile settings, String host, int port) {
        return start(settings, new Network(new Door(host, port, Access.OPEN), Optional.empty(), Optional.empty()));
    }

    /** Watches the dependencies of {@code settings} and answers at the door of {@code network}. */
    static Sidecar start(SettingsFile settings, Network network) {
        // the first probes run while the server starts, so its first answer has findings
        Watches watches = Watches.start(settings, Clocks.SYSTEM, network.trusted());
        try {
            return new Sidecar(watches, HealthServer.start(watches, version(), network.door(), network.advertised()));
        } catch (RuntimeException failure) {
            watches.close();
            throw failure;
        }
    }

    public int port() {
        return server.port();
    }

    static String version() {
        try (InputStream in = Objects.requireNonNull(Sidecar.class.getResourceAsStream(VERSION))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.close();
        watches.close();
    }
}
