package io.exitbrain.health;

import io.exitbrain.health.http.HealthServer;
import io.exitbrain.health.settings.SettingsFile;
import io.exitbrain.health.watch.Board;
import io.exitbrain.health.watch.Clocks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The running sidecar: dependencies watched, answers served. */
public final class Sidecar implements AutoCloseable {

    private static final String VERSION = "/io/exitbrain/health/version.txt";

    private final Board board;
    private final HealthServer server;

    private Sidecar(Board board, HealthServer server) {
        this.board = board;
        this.server = server;
    }

    /** Watches what {@code settings} name and answers on {@code port}, 0 = any free one. */
    public static Sidecar start(SettingsFile settings, String host, int port) {
        // the first probes run while the server starts: its first answer has something to say
        Board board = Board.start(settings, Clocks.SYSTEM);
        try {
            return new Sidecar(board, HealthServer.start(board, version(), host, port));
        } catch (RuntimeException failure) {
            board.close();
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
        board.close();
    }
}
