package io.exitbrain.acceptance.engine;

import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An engine on a broker, which a subclass chooses. All tests of a class share both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineFixture {

    Path folder;
    String bootstrapServers;
    TopicClient topics;
    EngineProcess engine;
    EngineHttp http;

    /** Starts a broker and returns its bootstrap servers. It may keep its data in {@code folder}. */
    abstract String startBroker(Path folder);

    abstract void stopBroker();

    /** How the engine runs. */
    TestedLane lane() {
        return TestedLane.FAST;
    }

    @BeforeAll
    void startTheEngine(@TempDir Path folder) {
        this.folder = folder;
        bootstrapServers = startBroker(folder.resolve("broker"));
        List<String> settings = new ArrayList<>(lane().settings());
        settings.add("kafka.bootstrap.servers=" + bootstrapServers);
        settings.add("http.port=0");
        settings.add("state.dir=" + folder.resolve("state"));
        engine = EngineProcess.start(SettingsReader.read(Optional.empty(), Map.of(), settings));
        topics = new TopicClient(bootstrapServers);
        http = new EngineHttp(engine.httpPort());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get("/health/ready").statusCode() == 200);
    }

    @AfterAll
    void stop() {
        topics.close();
        engine.close();
        stopBroker();
    }

    List<ConsumerRecord<String, String>> commandsOf(String symbol, int count) {
        return topics.committed("trailing-stop-commands", count, record -> symbol.equals(record.key()));
    }
}
