package io.exitbrain.topology.topics;

import static picocli.CommandLine.ScopeType.INHERIT;

import io.exitbrain.topology.Topics;
import io.exitbrain.topology.brokers.Brokers;
import io.exitbrain.topology.brokers.BrokersUnreachable;
import io.exitbrain.topology.brokers.ClientProperties;
import io.exitbrain.yaml.FileFault;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics plan|apply|check|export}: compares a cluster with the topics file, makes it agree, or exports the file. */
@Command(
        name = "topics",
        description = "Compare the topics of a cluster with topics.yaml, or make them agree. Never deletes a topic.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the cluster agrees with the file (plan: the differences are printed)",
            "1:the cluster did not answer or refused",
            "2:wrong usage, or faults in the file",
            "3:check found differences, or apply left some"
        })
public final class TopicsCommand {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int DRIFT = 3;
    private static final Duration BROKERS_ANSWER_WITHIN = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(names = "--bootstrap-server", scope = INHERIT, description = "The brokers; default ${DEFAULT-VALUE}.")
    private String bootstrapServer = "localhost:9092";

    @Option(
            names = "--command-config",
            scope = INHERIT,
            description = "Properties of the admin client, such as SASL and TLS.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(
            names = "--file",
            scope = INHERIT,
            description = "The topics file; default is the one that ships with the product.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--output-prefix",
            scope = INHERIT,
            description = "A prefix for the topics the engine writes, such as shadow.")
    private String outputPrefix = "";

    @Command(name = "plan", description = "Print what apply would do.", mixinStandardHelpOptions = true)
    int plan() {
        return run(admin -> {
            agreed(admin.differences());
            return 0;
        });
    }

    @Command(
            name = "apply",
            description = "Create and change what can be, and list each change.",
            mixinStandardHelpOptions = true)
    int apply() {
        return run(admin -> {
            TopicAdmin.Applied applied = admin.apply();
            applied.done().forEach(difference -> out().println(difference.doneLine()));
            return agreed(applied.left()) ? 0 : DRIFT;
        });
    }

    @Command(name = "check", description = "Exit 3 where the cluster differs.", mixinStandardHelpOptions = true)
    int check() {
        return run(admin -> agreed(admin.differences()) ? 0 : DRIFT);
    }

    @Command(
            name = "export",
            description = "Write the topics for another tool to stdout. Needs no broker.",
            mixinStandardHelpOptions = true)
    int export(
            @Option(
                            names = "--format",
                            required = true,
                            description = "kafka-topics: commands of kafka-topics.sh. strimzi: KafkaTopic resources.")
                    ExportFormat format,
            @Option(
                            names = "--brokers",
                            defaultValue = "3",
                            description = "The brokers of the cluster, for replication: auto. Default: 3.")
                    int brokers,
            @Option(
                            names = "--cluster",
                            defaultValue = "my-cluster",
                            description = "strimzi: the name of the Kafka resource. Default: my-cluster.")
                    String cluster) {
        if (brokers < 1) {
            throw new ParameterException(spec.commandLine(), "--brokers must be at least 1, was " + brokers);
        }
        return answer(() -> {
            out().print(new TopicsExport(topics(), brokers).as(format, bootstrapServer, cluster));
            return 0;
        });
    }

    private int run(ToIntFunction<TopicAdmin> action) {
        return answer(() -> {
            TopicsFile topics = topics();
            Properties client = ClientProperties.of(bootstrapServer, commandConfig);
            Brokers.requireAnswer(client, BROKERS_ANSWER_WITHIN, "--bootstrap-server");
            try (Admin admin = Admin.create(client)) {
                return action.applyAsInt(new TopicAdmin(admin, topics));
            }
        });
    }

    private int answer(IntSupplier action) {
        try {
            int exitCode = action.getAsInt();
            out().flush();
            return exitCode;
        } catch (UncheckedIOException | InvalidFile unusable) {
            return complain(unusable, USAGE);
        } catch (TopicAdminFailed | BrokersUnreachable failed) {
            return complain(failed, FAILED);
        }
    }

    /** Prints the differences; true if there are none. */
    private boolean agreed(List<TopicDifference> differences) {
        differences.forEach(difference -> out().println(difference.line()));
        if (differences.isEmpty()) {
            out().println("The topics on " + bootstrapServer + " agree with the file.");
        }
        return differences.isEmpty();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int complain(Exception problem, int exitCode) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(problem.getMessage());
        err.flush();
        return exitCode;
    }

    private TopicsFile topics() {
        TopicsFile topics = file.map(TopicsCommand::topicsAt).orElseGet(TopicsFile::packaged);
        return outputPrefix.isEmpty() ? topics : topics.withOutputPrefix(outputPrefix);
    }

    private static TopicsFile topicsAt(Path file) {
        try {
            return TopicsFile.at(file).requiring(Topics.live().neededNames(), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--file: " + FileFault.of(file, unreadable), unreadable);
        }
    }
}
