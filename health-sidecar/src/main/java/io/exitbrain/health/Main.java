package io.exitbrain.health;

import io.exitbrain.access.Door;
import io.exitbrain.health.http.HealthServer.PortTaken;
import io.exitbrain.health.settings.Environment;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import io.exitbrain.logging.StopSignal;
import io.exitbrain.yaml.InvalidFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code sidecar}: reports the health of the service beside it until it is stopped. */
@Command(
        name = "sidecar",
        description = {
            "Report the health of a service and of its dependencies on /health.",
            "",
            "Settings come from, in this order: the command line, the environment (REDIS_URL, KAFKA_BOOTSTRAP_SERVERS, RISK_SAFETY_URL, "
                    + "RISK_SAFETY_ENABLED and similar), the file, the built-in settings. docs/sidecar.md explains them all."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped on request", "1:failed", "2:wrong usage or settings, or a port that is taken"})
public final class Main implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int MAX_PORT = 65_535;
    private static final Path DEFAULT_FILE = Path.of("sidecar.yaml");
    private static final Logger log = LoggerFactory.getLogger(Main.class);

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", description = "A YAML file of settings, watched; default sidecar.yaml if it exists.")
    private Optional<Path> config = Optional.empty();

    @Mixin
    private DoorOptions options = new DoorOptions();

    @Option(names = "--topics", description = "The topics file; default: the packaged one.")
    private Optional<Path> topics = Optional.empty();

    @Option(names = "--service", description = "The name of the service; default ai-engine-service.")
    private Optional<String> service = Optional.empty();

    @Option(names = "--print-config", description = "Print the built-in settings and exit.")
    private boolean printConfig;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return failure instanceof InvalidFile || failure instanceof PortTaken ? USAGE : FAILED;
        });
    }

    @Override
    public Integer call() throws InterruptedException {
        if (printConfig) {
            spec.commandLine().getOut().print(SettingsFile.builtIn());
            spec.commandLine().getOut().flush();
            return 0;
        }
        if (options.port() < 0 || options.port() > MAX_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be in [0, 65535], was " + options.port());
        }
        Network network = options.network(System.getenv());
        runUntilStopped(Sidecar.start(settings(), network), network.door());
        return 0;
    }

    private void runUntilStopped(Sidecar sidecar, Door door) throws InterruptedException {
        StopSignal.onStop(() -> {
            sidecar.close();
            return 0;
        });
        log.info("answers on {}://{}:{}", door.access().scheme(), door.host(), sidecar.port());
        // Only a signal ends the sidecar.
        new CountDownLatch(1).await();
    }

    private SettingsFile settings() {
        Overrides overrides = new Overrides(new Environment(System.getenv()), topics, service, false);
        return config.map(file -> SettingsFile.at(file, overrides))
                .orElseGet(() -> SettingsFile.atOrBuiltIn(DEFAULT_FILE, overrides));
    }
}
