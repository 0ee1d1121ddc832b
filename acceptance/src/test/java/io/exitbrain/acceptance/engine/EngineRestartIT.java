package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.cluster.EngineJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The engine in a process of its own: killed, stopped, started with wrong settings. */
@Timeout(180)
class EngineRestartIT {

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.empty();

    private final List<Process> processes = new ArrayList<>();
    private TopicClient topics;

    @BeforeEach
    void connect() {
        topics = new TopicClient(broker.bootstrapServers());
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        topics.close();
    }

    private Process run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--http-port",
                "0",
                "--set",
                "state.dir=" + broker.folder().resolve("state")));
        arguments.addAll(List.of(more));
        Process process = EngineJvm.start(broker.folder().resolve("engine-" + processes.size() + ".log"), arguments);
        processes.add(process);
        return process;
    }

    private String log() throws IOException {
        return Files.readString(broker.folder().resolve("engine-" + (processes.size() - 1) + ".log"));
    }

    private List<String> commands(int count) {
        return topics.committed("trailing-stop-commands", count, record -> "BTCUSDT".equals(record.key())).stream()
                .map(ConsumerRecord::value)
                .map(value -> value.replaceAll(
                        ".*\"planId\":\"([^\"]+)\",\"version\":([0-9]+).*\"action\":\"([A-Z]+)\".*\"stopPrice\":\"?([0-9.a-z]+).*",
                        "$1 v$2 $3 $4"))
                .toList();
    }

    @Test
    void shouldContinueWithTheSamePlanBestPriceAndNextVersionAfterBeingKilled() throws Exception {
        broker.createTopics();
        Process first = run();
        topics.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        topics.send("mark-prices", "BTCUSDT", "{'p':'104'}");
        String plan = commands(2).get(0).substring(0, 16);

        first.destroyForcibly().waitFor();
        // records that arrive while no engine runs are processed by the next one
        topics.send("mark-prices", "BTCUSDT", "{'p':'103'}");
        topics.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        run();
        topics.send("mark-prices", "BTCUSDT", "{'p':'103.5'}");
        topics.send("mark-prices", "BTCUSDT", "{'p':'105'}");
        commands(3);
        topics.send("mark-prices", "BTCUSDT", "{'p':'103'}");

        assertThat(commands(4))
                .containsExactly(
                        plan + " v1 PLACE 98",
                        plan + " v2 MOVE 102.44",
                        plan + " v3 MOVE 103.425",
                        plan + " v4 EXIT 103.425");
    }

    @Test
    void shouldExitAfterBeingKilledAtAStopThatWasNeverSent() throws Exception {
        broker.createTopics();
        Process first = run();
        topics.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        String plan = commands(1).get(0).substring(0, 16);
        topics.send("mark-prices", "BTCUSDT", "{'p':'104'}");
        commands(2);
        // the move is too small for a command: only the stored best price and stop change, at the next commit
        topics.send("mark-prices", "BTCUSDT", "{'p':'104.04'}");
        topics.committed("exit-brain-exit-plans-changelog", 3, record -> "BTCUSDT".equals(record.key()));

        first.destroyForcibly().waitFor();
        run();
        topics.send("mark-prices", "BTCUSDT", "{'p':'102.47'}");

        assertThat(commands(3))
                .containsExactly(plan + " v1 PLACE 98", plan + " v2 MOVE 102.44", plan + " v3 EXIT 102.4794");
    }

    @Test
    void shouldCloseCleanlyWithinTenSecondsWhenStopped() throws Exception {
        broker.createTopics();
        Process engine = run();
        topics.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1'}");
        commands(1);

        engine.destroy();

        assertThat(engine.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.exitValue()).as("stopped as it was told to").isZero();
        assertThat(log()).doesNotContain("ERROR");
    }

    @Test
    void shouldRefuseTheStateFolderOfARunningEngineUntilItIsKilled() throws Exception {
        broker.createTopics();
        Process first = run();
        topics.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1'}");
        commands(1);

        Process second = run();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(log().lines())
                .anyMatch(line -> line.matches("another engine .* uses the folder .*state: .* set state.dir .*"));

        first.destroyForcibly().waitFor();
        run();
        topics.send("order-fills", "ETHUSDT", "{'side':'BUY','price':'100','quantity':'1'}");
        assertThat(topics.committed("trailing-stop-commands", 1, record -> "ETHUSDT".equals(record.key())))
                .hasSize(1);
    }

    @Test
    void shouldNameTheSettingWhenNoBrokerAnswers() throws Exception {
        broker.stopBroker();
        Process engine = run();

        assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.exitValue()).isEqualTo(1);
        assertThat(log()).contains("no broker answers at " + broker.bootstrapServers(), "set kafka.bootstrap.servers");
    }

    @Test
    void shouldRefuseTopicsWhosePartitionsDoNotFit() throws Exception {
        try (Admin admin = broker.admin()) {
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

        Path policy =
                Files.writeString(broker.folder().resolve("policy.yaml"), "stop: {default-pct: 2}\nprofile: {}\n");
        Process second = run("--policy", policy.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> !second.isAlive());
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(log()).contains("stop.default-pct: must be in (0,1), was 2", "profile: is not known");
    }
}
