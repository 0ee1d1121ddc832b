package io.exitbrain.demo;

import io.exitbrain.broker.BrokerSettings;
import io.exitbrain.broker.DataFolder;
import io.exitbrain.broker.ExitCodes;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.demo.console.Screen.Paint;
import io.exitbrain.demo.exchange.Feed;
import io.exitbrain.logging.StopSignal;
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

/** {@code demo}: runs the whole product against a paper exchange in one process. */
@Command(
        name = "demo",
        description = "Run broker, topics, engine and a paper exchange in one process and print what happens.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:ended, and every open position has a plan",
            "1:failed, or an open position has no plan",
            "2:wrong usage, a port or data folder in use, or --record is not writable"
        })
final class DemoCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final long MAX_SECONDS_TO_STOP = 40;
    private static final long MAX_SECONDS_TO_RECORD = 600;

    @Spec
    private CommandSpec spec;

    @Option(names = "--for", description = "How long it runs, such as 60s, 5m or 1h; without it until Ctrl-C.")
    private Optional<Duration> length = Optional.empty();

    @Option(names = "--seed", description = "The seed of the market; default ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Option(names = "--speed", description = "Simulated seconds per second; default ${DEFAULT-VALUE}.")
    private int speed = 10;

    @Option(names = "--port", description = "The port of the broker; default ${DEFAULT-VALUE}.")
    private int port = BrokerSettings.DEFAULT_PORT;

    @Option(names = "--http-port", description = "The HTTP port of the engine; default ${DEFAULT-VALUE}.")
    private int httpPort = 8003;

    @Option(
            names = "--sidecar-port",
            description = "The port of the health sidecar, 0 = no sidecar; default ${DEFAULT-VALUE}.")
    private int sidecarPort = 8001;

    @Option(
            names = "--feed",
            description =
                    "How the exchange speaks: own (our messages, each on its topic) or binance (the streams of Binance's futures, "
                            + "all on exchange-events); default own.")
    private Feed feed = Feed.OWN;

    @Option(
            names = "--data",
            description = "The data folder of broker and engine, emptied at start; default ${DEFAULT-VALUE}.")
    private Path data = DataFolder.named("demo");

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Where everything that its topics hold is written at the end, for lab, policy and audit; gzip if its name ends with "
                            + ".gz.")
    private Optional<Path> record = Optional.empty();

    @Override
    public Integer call() {
        DemoSettings settings =
                new DemoSettings(length, seed, speed, port, httpPort, data, feed, record, DemoSettings.DEFAULT_GRACE);
        Screen screen = new Screen(spec.commandLine().getOut(), Paint.isWanted());
        Demo demo = new Demo(settings, SidecarWiring.beside(EngineWiring::start, sidecarPort, screen), screen);
        StopSignal.onStop(() -> end(demo));
        return demo.run().isEmpty() ? 0 : FAILED;
    }

    /** Keeps the JVM alive until the summary is printed; returns the exit code. */
    private int end(Demo demo) {
        try {
            return demo.stop().get(secondsToStop(), TimeUnit.SECONDS).isEmpty() ? 0 : FAILED;
        } catch (ExecutionException reported) {
            // the thread that runs the demo prints the failure
            return ExitCodes.of(reported.getCause() == null ? reported : reported.getCause());
        } catch (TimeoutException late) {
            spec.commandLine().getErr().printf("the demo did not end within %d s%n", secondsToStop());
            return FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private long secondsToStop() {
        return MAX_SECONDS_TO_STOP + (record.isPresent() ? MAX_SECONDS_TO_RECORD : 0);
    }
}
