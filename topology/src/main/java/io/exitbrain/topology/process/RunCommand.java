package io.exitbrain.topology.process;

import io.exitbrain.logging.Logs;
import io.exitbrain.logging.StopSignal;
import io.exitbrain.topology.settings.Setting;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.settings.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: runs the engine until it is stopped. */
@Command(
        name = "run",
        description = {
            "Run the engine against the brokers of its settings.",
            "",
            "Settings come from, in this order: the command line (--set key=value), the environment, the file (--config), the "
                    + "defaults. Keys are those of docs/settings.md; kafka.* is passed to Kafka as it is, for example "
                    + "kafka.security.protocol=SASL_SSL."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped as it was told to", "1:failed", "2:wrong usage, settings, policy or topics"})
final class RunCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

    @Option(names = "--config", description = "A YAML file of settings.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--set", paramLabel = "key=value", description = "One setting; may be repeated.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--bootstrap-server", description = "Short for --set kafka.bootstrap.servers=...")
    private Optional<String> bootstrapServer = Optional.empty();

    @Option(names = "--policy", description = "Short for --set policy=...")
    private Optional<String> policy = Optional.empty();

    @Option(names = "--http-port", description = "Short for --set http.port=...")
    private Optional<String> httpPort = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = SettingsReader.read(config, System.getenv(), arguments());
        Logs.use(settings.log().format());
        settings.log().level().ifPresent(Logs::useLevel);
        settings.log().given().forEach(line -> log.info("setting {}", line));
        EngineProcess process = EngineProcess.start(settings);
        // The hook closes the engine and decides the exit code, whatever ends the process.
        StopSignal.onStop(() -> process.closeInTime() && !process.hasFailed() ? 0 : FAILED);
        return process.awaitEnd() ? 0 : FAILED;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(set);
        bootstrapServer.ifPresent(value -> arguments.add(Setting.KAFKA + "bootstrap.servers=" + value));
        policy.ifPresent(value -> arguments.add(Setting.POLICY.key() + "=" + value));
        httpPort.ifPresent(value -> arguments.add(Setting.HTTP_PORT.key() + "=" + value));
        return arguments;
    }
}
