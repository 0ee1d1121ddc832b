package io.exitbrain.broker;

import io.exitbrain.logging.StopSignal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broker}: starts an embedded broker and waits until the process is stopped. */
@Command(
        name = "broker",
        description = "Start a Kafka broker; Ctrl-C stops it, its data stays.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped as it was told to", "1:failed", "2:wrong usage, or a port or data folder in use"})
public final class BrokerCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    private final Function<EmbeddedBroker, Optional<String>> preparation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", description = "Its port on localhost; default ${DEFAULT-VALUE}.")
    private int port = BrokerSettings.DEFAULT_PORT;

    @Option(names = "--data", description = "Its data folder; default ${DEFAULT-VALUE}.")
    private Path data = DataFolder.named("broker");

    @Option(names = "--reset", description = "Start empty: delete what the data folder holds.")
    private boolean reset;

    private volatile boolean preparationFailed;

    /** Runs {@code preparation} once the broker takes requests; it returns a line for the user. */
    public BrokerCommand(Function<EmbeddedBroker, Optional<String>> preparation) {
        this.preparation = preparation;
    }

    @Override
    public Integer call() {
        if (reset) {
            LoopbackPort.requireFree(port, "--port");
            EmbeddedBroker.clear(data);
        }
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(data, port, Map.of()));
        StopSignal.onStop(() -> closed(broker));
        announce(broker, prepared(broker));
        return failedWith(broker.fault().join());
    }

    private Optional<String> prepared(EmbeddedBroker broker) {
        try {
            return preparation.apply(broker);
        } catch (RuntimeException failure) {
            preparationFailed = true;
            throw failure;
        }
    }

    /** The exit code: a broker that has not failed was told to stop. */
    private int closed(EmbeddedBroker broker) {
        boolean hasFailed = preparationFailed || broker.fault().isDone();
        broker.close();
        return hasFailed ? FAILED : 0;
    }

    private void announce(EmbeddedBroker broker, Optional<String> prepared) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Kafka broker listens on %s, data in %s%n", broker.bootstrapServers(), data);
        prepared.ifPresent(out::println);
        out.println("Ctrl-C stops it.");
        out.flush();
    }

    private int failedWith(String fault) {
        spec.commandLine().getErr().println("the broker failed: " + fault);
        return FAILED;
    }
}
