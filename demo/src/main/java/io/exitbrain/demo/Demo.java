package io.exitbrain.demo;

import io.exitbrain.broker.BrokerSettings;
import io.exitbrain.broker.DataFolder;
import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.broker.LoopbackPort;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.demo.console.Screen.Paint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Runs everything in one process: broker, topics, open positions, engine and market. */
final class Demo {

    private static final String LOG_FILE = "log.file";

    private final DemoSettings settings;
    private final RunningEngine.Starter engines;
    private final Screen screen;
    private final CompletableFuture<List<String>> ended = new CompletableFuture<>();
    private volatile boolean stopped;

    Demo(DemoSettings settings, RunningEngine.Starter engines, Screen screen) {
        this.settings = settings;
        this.engines = engines;
        this.screen = screen;
    }

    /** Returns the symbols of open positions that have no plan at the end; empty if all are planned. */
    List<String> run() {
        try {
            List<String> unplanned = protectedRun();
            ended.complete(unplanned);
            return unplanned;
        } catch (RuntimeException failed) {
            ended.completeExceptionally(failed);
            throw failed;
        }
    }

    /** Asks a running demo to stop. The future completes when the summary is printed and everything is closed. */
    CompletableFuture<List<String>> stop() {
        stopped = true;
        return ended.copy();
    }

    private List<String> protectedRun() {
        LoopbackPort.requireFree(settings.httpPort(), "--http-port");
        if (settings.brokerPort() != 0) {
            LoopbackPort.requireFree(settings.brokerPort(), "--port");
        }
        try (DemoRecording recording = DemoRecording.into(settings.record())) {
            return onBroker(recording);
        }
    }

    private List<String> onBroker(DemoRecording recording) {
        // each run starts on an empty broker, so that runs do not mix
        EmbeddedBroker.clear(settings.brokerData());
        DataFolder.clear(settings.engineData(), DemoSettings.POLICY_FILE);
        BrokerSettings brokerSettings = BrokerSettings.in(settings.brokerData()).onPort(settings.brokerPort());
        try (EmbeddedBroker broker = EmbeddedBroker.start(brokerSettings)) {
            TopicSetup.createMissing(broker);
            recording.prepare(broker);
            List<String> unplanned = withEngine(broker);
            recording.write(broker, screen);
            return unplanned;
        }
    }

    private List<String> withEngine(EmbeddedBroker broker) {
        try (DemoRun run = new DemoRun(settings, broker.bootstrapServers(), screen, () -> stopped)) {
            run.prepare();
            announce(broker);
            RunningEngine engine = engines.start(broker.bootstrapServers(), settings);
            try {
                return run.play(engine);
            } finally {
                engine.close();
            }
        }
    }

    private void announce(EmbeddedBroker broker) {
        String queries = "http://localhost:" + settings.httpPort();
        screen.line(Paint.NEWS, "Open %s/ in a browser: positions, stops, and why they are there".formatted(queries));
        screen.line(Paint.NEWS, "Exit Brain demo: seed %d, %dx".formatted(settings.seed(), settings.speed()));
        screen.line(Paint.PLAIN, "  plans   %s/plans".formatted(queries));
        screen.line(Paint.PLAIN, "  health  %s/health".formatted(queries));
        screen.line(Paint.PLAIN, "  broker  %s".formatted(broker.bootstrapServers()));
        logFile().ifPresent(log -> screen.line(Paint.PLAIN, "  log     " + log));
        screen.line(Paint.PLAIN, "  Ctrl-C ends it with a summary.");
    }

    /** Where the log goes. Empty if it goes to the terminal; the launcher sends it to a file. */
    private static Optional<String> logFile() {
        return Optional.ofNullable(System.getProperty(LOG_FILE)).filter(target -> !target.isEmpty());
    }
}
