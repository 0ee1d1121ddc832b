package io.exitbrain.acceptance.scenarios;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.cluster.EngineJvm;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For each test a broker whose topics have three partitions. Starts engines on it, sends records and reads the outputs. */
final class EngineBench implements BeforeEachCallback, AfterEachCallback {

    private final BrokerExtension broker = BrokerExtension.empty();
    private final List<Process> processes = new ArrayList<>();
    private TestedLane lane = TestedLane.FAST;

    @SuppressWarnings("NullAway.Init")
    private Path topicsFile;

    @SuppressWarnings("NullAway.Init")
    private Admin admin;

    @SuppressWarnings("NullAway.Init")
    private TopicRecords records;

    @SuppressWarnings("NullAway.Init")
    private EngineProgress progress;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        broker.beforeEach(context);
        topicsFile = write("topics.yaml", packagedTopics().replace("partitions: 6", "partitions: 3"));
        admin = broker.admin();
        new TopicAdmin(admin, TopicsFile.at(topicsFile)).prepare();
        records = new TopicRecords(broker.address(), admin);
        progress = new EngineProgress(admin);
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        records.close();
        admin.close();
        broker.afterEach(context);
    }

    private static String packagedTopics() throws IOException {
        try (InputStream packaged =
                Objects.requireNonNull(TopicsFile.class.getResourceAsStream("/topics.yaml"), "topics.yaml")) {
            return new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The setting for a policy, with {@code more} sections, to which no record is history. The lines of a test are older than the clock;
     * with it each MOVE is sent.
     */
    String withoutHistory(String more) {
        try {
            return "policy=" + write("policy-" + more.length() + ".yaml", "stop: {present: off}\n" + more);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The setting for a policy to which no record is history, and which is otherwise the default. */
    String withoutHistory() {
        return withoutHistory("");
    }

    /** Settings of a client with the address of the broker. */
    Map<String, Object> address() {
        return broker.address();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Writes a file into the folder of the test. */
    Path write(String name, String text) throws IOException {
        return Files.writeString(broker.folder().resolve(name), text);
    }

    /** Engines that are started from now on run on {@code lane}. */
    void runOn(TestedLane lane) {
        this.lane = lane;
    }

    /** Starts an engine in this process. It starts at the committed offsets of its application id. */
    EngineProcess engine(String applicationId, String... more) {
        return EngineProcess.start(SettingsReader.read(Optional.empty(), Map.of(), settings(applicationId, more)));
    }

    /** Starts an engine in a process of its own, which can be killed. */
    Process engineJvm(String applicationId, String... more) {
        List<String> arguments = new ArrayList<>();
        settings(applicationId, more).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        Process process = EngineJvm.start(broker.folder().resolve(applicationId + ".log"), arguments);
        processes.add(process);
        return process;
    }

    private List<String> settings(String applicationId, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "application.id=" + applicationId,
                "topics=" + topicsFile));
        settings.addAll(lane.settings());
        settings.addAll(Arrays.asList(more));
        if (settings.stream().noneMatch(setting -> setting.startsWith("http.port="))) {
            settings.add("http.port=0");
        }
        if (settings.stream().noneMatch(setting -> setting.startsWith("state.dir="))) {
            settings.add(stateDir(applicationId));
        }
        return settings;
    }

    /** The setting for a state folder of this name. */
    String stateDir(String name) {
        return "state.dir=" + broker.folder().resolve(name);
    }

    /** Creates the output topics of a shadow engine. */
    void createShadowTopics() throws IOException {
        new TopicAdmin(admin, TopicsFile.at(topicsFile).withOutputPrefix("shadow.")).createMissing();
    }

    void send(List<Line> lines) {
        records.send(lines);
    }

    /** All committed records of the output topics, live and shadow. */
    List<Line> outputs() {
        return records.outputs();
    }

    EngineProgress progress() {
        return progress;
    }
}
