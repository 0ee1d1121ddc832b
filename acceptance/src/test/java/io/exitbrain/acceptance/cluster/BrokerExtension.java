package io.exitbrain.acceptance.cluster;

import io.exitbrain.broker.BrokerSettings;
import io.exitbrain.broker.DataFolder;
import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts an embedded broker in a temporary folder and deletes the folder at the end. As an instance field it starts a
 * broker for each test, as a static field one broker for the class.
 */
public final class BrokerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final String DATA = "broker";

    private final boolean hasTopics;
    private final Map<String, String> properties = new HashMap<>();
    private boolean isShared;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    private BrokerExtension(boolean hasTopics) {
        this.hasTopics = hasTopics;
    }

    /** A broker with no topic. */
    public static BrokerExtension empty() {
        return new BrokerExtension(false);
    }

    /** A broker with the topics of topics.yaml. */
    public static BrokerExtension withTopics() {
        return new BrokerExtension(true);
    }

    /** This broker, with a property of the broker. */
    public BrokerExtension with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        isShared = true;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (!isShared) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!isShared) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void start() throws IOException {
        folder = Files.createTempDirectory("exit-brain-");
        broker = EmbeddedBroker.start(settings());
        if (hasTopics) {
            createTopics();
        }
    }

    private BrokerSettings settings() {
        BrokerSettings settings = BrokerSettings.in(folder.resolve(DATA));
        for (Map.Entry<String, String> property : properties.entrySet()) {
            settings = settings.with(property.getKey(), property.getValue());
        }
        return settings;
    }

    private void stop() {
        broker.close();
        DataFolder.clear(folder, DATA);
    }

    /** The temporary folder; tests may keep other files in it. */
    public Path folder() {
        return folder;
    }

    public int port() {
        return broker.port();
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Client settings with the address of the broker. */
    public Map<String, Object> address() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    /** A new admin client, which the caller closes. */
    public Admin admin() {
        return Admin.create(address());
    }

    /** Starts an engine on this broker, with {@code more} settings such as {@code lane=plain}; the caller closes it. */
    public EngineProcess engine(String... more) {
        List<String> settings =
                new ArrayList<>(List.of("kafka.bootstrap.servers=" + bootstrapServers(), "http.port=0"));
        settings.addAll(List.of(more));
        if (settings.stream().noneMatch(setting -> setting.startsWith("state.dir="))) {
            settings.add("state.dir=" + folder.resolve("state"));
        }
        return EngineProcess.start(SettingsReader.read(Optional.empty(), Map.of(), settings));
    }

    /** Creates the missing topics of topics.yaml. */
    public void createTopics() {
        try (Admin admin = admin()) {
            new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
        }
    }

    /** Stops the broker; its data stays. */
    public void stopBroker() {
        broker.close();
    }

    /** Starts a stopped broker on the same port and the same data. */
    public void restartBroker() {
        broker = EmbeddedBroker.start(settings().onPort(broker.port()));
    }
}
