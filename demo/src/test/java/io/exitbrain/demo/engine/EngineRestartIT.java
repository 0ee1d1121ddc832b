package io.exitbrain.demo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.demo.BrokerSettings;
import io.exitbrain.demo.EmbeddedBroker;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a process of its own: killed, told to stop, misconfigured. */
@Timeout(180)
class EngineRestartIT {

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private EmbeddedBroker broker;
    private KafkaDesk desk;

    @BeforeEach
    void startTheBroker() {
        broker =
                EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")).onPort(0));
        desk = new KafkaDesk(broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        desk.close();
        broker.close();
    }

    private Process run(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                "io.exitbrain.topology.Main",
                "run",
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--http-port",
                "0",
                "--set",
                "state.dir=" + folder.resolve("state")));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("engine-" + processes.size() + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("engine-" + (processes.size() - 1) + ".log"));
    }

    private List<String> commands(int count) {
        return desk.committed("trailing-stop-commands", count, record -> "BTCUSDT".equals(record.key())).stream()
                .map(ConsumerRecord::value)
                .map(value -> value.replaceAll(
                        ".*\"planId\":\"([^\"]+)\",\"version\":([0-9]+).*\"action\":\"([A-Z]+)\".*\"stopPrice\":\"?([0-9.a-z]+).*",
                        "$1 v$2 $3 $4"))
                .toList();
    }

    private void waitForTopics() {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            new TopicAdmin(admin, TopicsFile.packaged()).prepare();
        }
    }

    @Test
    void shouldGoOnWithTheSamePlanExtremeAndNextVersionAfterBeingKilled() throws Exception {
        waitForTopics();
        Process first = run();
        desk.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        desk.send("mark-prices", "BTCUSDT", "{'p':'104'}");
        String plan = commands(2).get(0).substring(0, 16);

        first.destroyForcibly().waitFor();
        // what happens while nobody runs is handled by the next one
        desk.send("mark-prices", "BTCUSDT", "{'p':'103'}");
        desk.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        run();
        desk.send("mark-prices", "BTCUSDT", "{'p':'103.5'}");
        desk.send("mark-prices", "BTCUSDT", "{'p':'105'}");
        desk.send("mark-prices", "BTCUSDT", "{'p':'103'}");

        assertThat(commands(4))
                .containsExactly(
                        plan + " v1 PLACE 98",
                        plan + " v2 MOVE 102.44",
                        plan + " v3 MOVE 103.425",
                        plan + " v4 EXIT 103.425");
    }

    @Test
    void shouldFireAfterBeingKilledOnAStopThatWasNeverSent() throws Exception {
        waitForTopics();
        Process first = run();
        desk.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        String plan = commands(1).get(0).substring(0, 16);
        desk.send("mark-prices", "BTCUSDT", "{'p':'104'}");
        commands(2);
        // too little for a command: only the best price and the exact stop move, and are written with the next commit
        desk.send("mark-prices", "BTCUSDT", "{'p':'104.04'}");
        desk.committed("exit-brain-exit-plans-changelog", 3, record -> "BTCUSDT".equals(record.key()));

        first.destroyForcibly().waitFor();
        run();
        desk.send("mark-prices", "BTCUSDT", "{'p':'102.47'}");

        assertThat(commands(3))
                .containsExactly(plan + " v1 PLACE 98", plan + " v2 MOVE 102.44", plan + " v3 EXIT 102.4794");
    }

    @Test
    void shouldCloseCleanlyWithinTenSecondsWhenToldToStop() throws Exception {
        waitForTopics();
        Process engine = run();
        desk.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1'}");
        commands(1);

        engine.destroy();

        assertThat(engine.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(log()).doesNotContain("ERROR");
    }

    @Test
    void shouldSayThatNoBrokerAnswersAndWhatToSet() throws Exception {
        broker.close();
        Process engine = run();

        assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.exitValue()).isEqualTo(1);
        assertThat(log()).contains("no broker answers at " + broker.bootstrapServers(), "set kafka.bootstrap.servers");
    }

    @Test
    void shouldRefuseTopicsWhosePartitionsDoNotFit() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("order-fills", Optional.of(3), Optional.of((short) 1))))
                    .all()
                    .get();
        }
        Process engine = run();

        assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.exitValue()).isEqualTo(2);
        assertThat(log()).contains("order-fills").contains("3");
    }

    @Test
    void shouldListEveryFaultOfItsSettingsAndPolicyAndExitWithTwo() throws Exception {
        Process engine = run("--set", "threads=many", "--set", "colour=red");
        await().atMost(Duration.ofSeconds(30)).until(() -> !engine.isAlive());
        assertThat(engine.exitValue()).isEqualTo(2);
        assertThat(log()).contains("threads: must be a whole number", "colour is not known");

        Path policy = Files.writeString(folder.resolve("policy.yaml"), "stop: {default-pct: 2}\nprofile: {}\n");
        Process second = run("--policy", policy.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> !second.isAlive());
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(log()).contains("stop.default-pct: must be in (0,1), was 2", "profile: is not known");
    }
}
