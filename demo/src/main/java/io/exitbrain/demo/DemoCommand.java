package io.exitbrain.demo;

import io.exitbrain.demo.console.Paint;
import io.exitbrain.demo.console.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole product against a paper exchange, on one machine, in one process. */
@Command(
        name = "demo",
        description = "Run broker, topics, engine and a paper exchange in one process and tell what happens.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final long SECONDS_TO_END = 40;

    @Spec
    private CommandSpec spec;

    @Option(names = "--for", description = "How long, such as 60s, 5m or 1h; until Ctrl-C where absent.")
    private Optional<Duration> length = Optional.empty();

    @Option(names = "--seed", description = "The market to play; default ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Option(names = "--speed", description = "Simulated seconds a second; default ${DEFAULT-VALUE}.")
    private int speed = 10;

    @Option(names = "--port", description = "Where the broker listens; default ${DEFAULT-VALUE}.")
    private int port = BrokerSettings.USUAL_PORT;

    @Option(names = "--http-port", description = "Where the engine answers queries; default ${DEFAULT-VALUE}.")
    private int httpPort = 8003;

    @Option(
            names = "--sidecar-port",
            description = "Where the health sidecar answers, 0 = without one; default ${DEFAULT-VALUE}.")
    private int sidecarPort = 8001;

    @Option(
            names = "--data",
            description = "The folder of broker and engine, emptied at start; default ${DEFAULT-VALUE}.")
    private Path data = DataFolder.named("demo");

    @Override
    public Integer call() {
        DemoSettings settings = new DemoSettings(length, seed, speed, port, httpPort, data, DemoSettings.USUAL_GRACE);
        Screen screen = new Screen(spec.commandLine().getOut(), Paint.isWanted());
        Demo demo = new Demo(settings, SidecarWiring.beside(EngineWiring::start, sidecarPort, screen), screen);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo), "end-demo"));
        return demo.run().isEmpty() ? 0 : FAILED;
    }

    /** Keeps the JVM until the summary is out; a demo that has ended by itself is over at once. */
    private static void end(Demo demo) {
        try {
            demo.stop().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException told) {
            // whoever runs the demo tells why it failed
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
