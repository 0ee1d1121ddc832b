package io.exitbrain.demo;

import io.exitbrain.demo.console.Paint;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Everything in one process: broker, topics, positions from before, engine, market. */
final class Demo {

    private final DemoSettings settings;
    private final Engine.Starter engines;
    private final Screen screen;
    private final CompletableFuture<List<String>> ended = new CompletableFuture<>();
    private volatile boolean stopped;

    Demo(DemoSettings settings, Engine.Starter engines, Screen screen) {
        this.settings = settings;
        this.engines = engines;
        this.screen = screen;
    }

    /** Returns the symbols of open positions that have no plan at the end: none when all went well. */
    List<String> run() {
        try {
            List<String> unplanned = onBroker();
            ended.complete(unplanned);
            return unplanned;
        } catch (RuntimeException failed) {
            ended.completeExceptionally(failed);
            throw failed;
        }
    }

    /** Asks a running demo to end; the future completes once its summary is out and everything is closed. */
    CompletableFuture<List<String>> stop() {
        stopped = true;
        return ended.copy();
    }

    private List<String> onBroker() {
        LoopbackPort.requireFree(settings.httpPort(), "--http-port");
        if (settings.brokerPort() != 0) {
            LoopbackPort.requireFree(settings.brokerPort(), "--port");
        }
        // runs must not mix: each starts on an empty broker
        DataFolder.clear(settings.brokerData(), EmbeddedBroker.FORMATTED_MARK);
        DataFolder.clear(settings.engineData(), DemoSettings.POLICY_FILE);
        BrokerSettings folder = BrokerSettings.in(settings.brokerData()).onPort(settings.brokerPort());
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            createTopics(broker);
            return withEngine(broker);
        }
    }

    private static void createTopics(EmbeddedBroker broker) {
        Map<String, Object> address = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (Admin admin = Admin.create(address)) {
            new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
        }
    }

    private List<String> withEngine(EmbeddedBroker broker) {
        try (DemoRun run = new DemoRun(settings, broker.bootstrapServers(), screen, () -> stopped)) {
            run.prepare();
            announce(broker);
            Engine engine = engines.start(broker.bootstrapServers(), settings);
            try {
                return run.play(engine);
            } finally {
                engine.close();
            }
        }
    }

    private void announce(EmbeddedBroker broker) {
        String queries = "http://localhost:" + settings.httpPort();
        screen.line(Paint.NEWS, "Exit Brain demo: seed %d, %dx".formatted(settings.seed(), settings.speed()));
        screen.line(Paint.PLAIN, "  plans   %s/plans".formatted(queries));
        screen.line(Paint.PLAIN, "  health  %s/health".formatted(queries));
        screen.line(Paint.PLAIN, "  broker  %s".formatted(broker.bootstrapServers()));
        LogFile.path().ifPresent(log -> screen.line(Paint.PLAIN, "  log     " + log));
        screen.line(Paint.PLAIN, "  Ctrl-C ends it with a summary.");
    }
}
