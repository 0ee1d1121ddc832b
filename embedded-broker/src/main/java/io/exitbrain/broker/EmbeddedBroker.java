package io.exitbrain.broker;

import io.exitbrain.logging.ProcessLock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker and its controller in this process. The data stays in the folder and survives a restart. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int BIND_ATTEMPTS = 3;
    /** The file that every formatted data folder contains. */
    public static final String FORMATTED_MARK = "meta.properties";

    private final int port;
    private final ProcessLock lock;
    private final KafkaRaftServer server;
    private final CompletableFuture<String> fault = new CompletableFuture<>();
    private final Consumer<String> faultListener = fault::complete;

    /**
     * Returns once the broker takes requests. Throws {@link PortInUse} if the port is taken, and {@link FolderInUse} if another broker uses
     * the data folder.
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        return start(settings, BIND_ATTEMPTS);
    }

    /**
     * Starts one node of a cluster; with it this process has one broker and one controller. Returns once the broker takes requests, which
     * needs a majority of the nodes. Throws {@link FolderInUse} if another broker uses the data folder, and {@link BrokerFailed} if a
     * port is taken.
     */
    public static EmbeddedBroker start(ClusterNode node) {
        ProcessLock lock = FolderLock.take(node.data());
        EmbeddedBroker broker;
        try {
            broker = new EmbeddedBroker(node, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
        broker.startUp(node.data());
        return broker;
    }

    private void startUp(Path data) {
        try {
            server.startup();
        } catch (RuntimeException failed) {
            close();
            throw new BrokerFailed("the broker could not start in %s: %s".formatted(data, failed), failed);
        }
    }

    /** Deletes the data in {@code folder}, unless a broker uses it or it holds something else. */
    public static void clear(Path folder) {
        ProcessLock lock = FolderLock.take(folder);
        try (lock) {
            DataFolder.clear(folder, FORMATTED_MARK);
        }
    }

    private static EmbeddedBroker start(BrokerSettings settings, int attempts) {
        int port = settings.port() == 0 ? LoopbackPort.free() : LoopbackPort.requireFree(settings.port(), "--port");
        EmbeddedBroker broker = locked(settings, port);
        try {
            broker.server.startup();
            return broker;
        } catch (RuntimeException failed) {
            broker.close();
            // the port was free a moment ago, but another process may have taken it since
            if (attempts > 1 && isBindRace(failed)) {
                return start(settings, attempts - 1);
            }
            throw new BrokerFailed("the broker could not start in %s: %s".formatted(settings.data(), failed), failed);
        }
    }

    private static EmbeddedBroker locked(BrokerSettings settings, int port) {
        ProcessLock lock = FolderLock.take(settings.data());
        try {
            return new EmbeddedBroker(settings, port, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private EmbeddedBroker(BrokerSettings settings, int port, ProcessLock lock) {
        this.port = port;
        this.lock = lock;
        FatalFaults.addListener(faultListener);
        Path logs = settings.data().toAbsolutePath();
        format(logs, BrokerProperties.NODE_ID, Uuid.randomUuid().toString());
        Map<String, String> properties = BrokerProperties.of(logs, port, LoopbackPort.free(), settings.extra());
        this.server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    }

    private EmbeddedBroker(ClusterNode node, ProcessLock lock) {
        this.port = node.member().port();
        this.lock = lock;
        FatalFaults.addListener(faultListener);
        format(node.data().toAbsolutePath(), node.id(), node.clusterId());
        this.server = new KafkaRaftServer(new KafkaConfig(BrokerProperties.of(node), false), Time.SYSTEM);
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public int port() {
        return port;
    }

    /** Completes with a sentence if the broker fails while it is running; otherwise it never completes. */
    public CompletableFuture<String> fault() {
        return fault.copy();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        FatalFaults.removeListener(faultListener);
        lock.close();
    }

    private static void format(Path logs, int nodeId, String clusterId) {
        if (Files.exists(logs.resolve(FORMATTED_MARK))) {
            return;
        }
        try {
            Files.createDirectories(logs);
            formatter(logs, nodeId, clusterId).run();
        } catch (IOException notWritable) {
            throw new BrokerFailed("cannot write the broker's data folder " + logs, notWritable);
        } catch (Exception unexpected) {
            throw new BrokerFailed(
                    "cannot format the broker's data folder %s: %s".formatted(logs, unexpected), unexpected);
        }
    }

    private static Formatter formatter(Path logs, int nodeId, String clusterId) {
        return new Formatter()
                .setNodeId(nodeId)
                .setClusterId(clusterId)
                .addDirectory(logs.toString())
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(BrokerProperties.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static boolean isBindRace(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("failed to bind")) {
                return true;
            }
        }
        return false;
    }
}
