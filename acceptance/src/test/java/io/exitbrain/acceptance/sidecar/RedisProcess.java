package io.exitbrain.acceptance.sidecar;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Redis in a process of its own. A test can kill it, pause it, and start it again on the same port. */
final class RedisProcess implements AutoCloseable {

    private final List<String> command;
    private final Path folder;
    private final int port;
    private Process process;

    static RedisProcess start(Path folder, String... settings) throws IOException {
        return new RedisProcess(folder, freePort(), settings);
    }

    private RedisProcess(Path folder, int port, String... settings) throws IOException {
        this.folder = folder;
        this.port = port;
        this.command = new ArrayList<>(
                List.of(RedisBinary.find(folder).toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", "", "--appendonly", "no"));
        command.addAll(List.of(settings));
        this.process = launch();
    }

    int port() {
        return port;
    }

    String url() {
        return "redis://localhost:" + port;
    }

    /** Ends the process at once, with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
    }

    /** Stops the process without ending it: its port stays open, but it does not answer. */
    void pause() throws Exception {
        signal("STOP");
    }

    void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String signal) throws Exception {
        int code = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill -%s failed with %d".formatted(signal, code));
        }
    }

    private Process launch() throws IOException {
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().until(() -> isOpen(port) || !started.isAlive());
        if (!started.isAlive()) {
            throw new IllegalStateException("redis-server ended with %d: %s".formatted(started.exitValue(), command));
        }
        return started;
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
