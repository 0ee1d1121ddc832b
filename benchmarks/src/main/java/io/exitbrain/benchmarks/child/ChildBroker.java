package io.exitbrain.benchmarks.child;

import io.exitbrain.broker.Main;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A broker in a JVM of its own, so that its work is not counted as a candidate's. */
public final class ChildBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChildJvm jvm;
    private final Process process;
    private final int port;

    private ChildBroker(ChildJvm jvm, Process process, int port) {
        this.jvm = jvm;
        this.process = process;
        this.port = port;
    }

    /** Returns once it takes connections and has every topic, its data in {@code folder}. */
    public static ChildBroker start(String name, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path data = folder.resolve(name);
        ChildJvm jvm = new ChildJvm(
                name, folder, List.of("-Xmx1g"), Main.class, List.of("--port", "" + port, "--data", data.toString()));
        ChildBroker broker = new ChildBroker(jvm, jvm.start(), port);
        try {
            broker.await();
            BrokerTopics.keepOldRecords(broker.bootstrapServers());
            return broker;
        } catch (RuntimeException | IOException | InterruptedException failure) {
            broker.close();
            throw failure;
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Its settings where they differ from Kafka's defaults. */
    public Map<String, String> settings() throws InterruptedException {
        return BrokerConfig.differing(bootstrapServers());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new ChildFailed("the broker did not start on port %d; its log is %s".formatted(port, jvm.log()));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        // its data is thrown away: no need to close its logs in order
        process.destroyForcibly();
    }
}
