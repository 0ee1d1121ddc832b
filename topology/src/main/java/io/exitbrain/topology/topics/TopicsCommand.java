package io.exitbrain.topology.topics;

import static picocli.CommandLine.ScopeType.INHERIT;

import io.exitbrain.topology.Topics;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topics plan|apply|check}: compares a cluster with the topics file, or makes it agree. */
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
        return run(TopicAdmin::differences, left -> 0);
    }

    @Command(name = "apply", description = "Create and change what can be.", mixinStandardHelpOptions = true)
    int apply() {
        return run(TopicAdmin::apply, left -> left.isEmpty() ? 0 : DRIFT);
    }

    @Command(name = "check", description = "Exit 3 where the cluster differs.", mixinStandardHelpOptions = true)
    int check() {
        return run(TopicAdmin::differences, found -> found.isEmpty() ? 0 : DRIFT);
    }

    private int run(Function<TopicAdmin, List<TopicDifference>> action, ToIntFunction<List<TopicDifference>> exitCode) {
        try (Admin admin = Admin.create(adminProperties())) {
            List<TopicDifference> differences = action.apply(new TopicAdmin(admin, topics()));
            print(differences);
            return exitCode.applyAsInt(differences);
        } catch (IOException | InvalidFile unusable) {
            return complain(unusable, USAGE);
        } catch (TopicAdminFailed failed) {
            return complain(failed, FAILED);
        }
    }

    private void print(List<TopicDifference> differences) {
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(difference -> out.println(difference.line()));
        if (differences.isEmpty()) {
            out.println("The topics on " + bootstrapServer + " agree with the file.");
        }
        out.flush();
    }

    private int complain(Exception problem, int exitCode) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(problem instanceof IOException ? "cannot read " + problem.getMessage() : problem.getMessage());
        err.flush();
        return exitCode;
    }

    private TopicsFile topics() throws IOException {
        TopicsFile topics = file.isPresent()
                ? TopicsFile.at(file.get())
                        .requiring(Topics.live().neededNames(), file.get().toString())
                : TopicsFile.packaged();
        return outputPrefix.isEmpty() ? topics : topics.withOutputPrefix(outputPrefix);
    }

    private Properties adminProperties() throws IOException {
        Properties properties = new Properties();
        if (commandConfig.isPresent()) {
            try (InputStream in = Files.newInputStream(commandConfig.get())) {
                properties.load(in);
            }
        }
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
        return properties;
    }
}
