package io.exitbrain.lab.policydiff;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.brokers.Brokers;
import io.exitbrain.topology.brokers.ClientProperties;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policy diff}: what changes if the policy changes. */
@Command(
        name = "diff",
        description = {
            "Say which settings differ between two policy files and what each does (docs/policy-diff.md).",
            "With --bootstrap-server also, for each open position, its plan and the plan that a new fill of that size at that "
                    + "entry would get under the second policy. A living plan keeps the numbers it was made with."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, also if the policies differ",
            "1:the brokers did not answer or refused, or a topic does not exist",
            "2:wrong usage, policy or settings"
        })
public final class DiffCommand implements Callable<Integer> {

    private static final Duration BROKERS_ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final String ADDRESSES = "--bootstrap-server";

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, description = "The policy that is used now.")
    private Path from = Path.of("");

    @Option(names = "--to", required = true, description = "The policy that it is compared with.")
    private Path to = Path.of("");

    @Option(names = ADDRESSES, description = "The brokers whose open positions are compared, too.")
    private Optional<String> bootstrapServer = Optional.empty();

    @Option(names = "--command-config", description = "Properties of the clients, such as SASL and TLS.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        if (commandConfig.isPresent() && bootstrapServer.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--command-config needs " + ADDRESSES);
        }
        Policy before = policy("--from", from);
        Policy after = policy("--to", to);
        List<Change> changes = Change.between(before, after);
        Optional<List<Replanned>> positions = bootstrapServer.map(brokers ->
                OpenPlans.on(client(brokers), Topics.of(before.mode())).under(after, System.currentTimeMillis()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? DiffJson.of(changes, positions) + "\n" : DiffText.of(changes, positions));
        out.flush();
        return 0;
    }

    private Properties client(String brokers) {
        Properties client = ClientProperties.of(brokers, commandConfig);
        Brokers.requireAnswer(client, BROKERS_ANSWER_WITHIN, ADDRESSES);
        return client;
    }

    private static Policy policy(String option, Path file) {
        try {
            return PolicyFile.at(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(option + ": " + FileFault.of(file, unreadable), unreadable);
        }
    }
}
