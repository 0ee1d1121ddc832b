package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.engine.EngineHttp;
import io.exitbrain.topology.process.EngineProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An instance whose process has ended is replaced long before its session ends; one that is only silent keeps its place. The session is
 * longer than every wait for a take-over here, so it is not the session that ends the wait.
 */
@Timeout(300)
class TakeOverIT {

    private static final String APPLICATION = "taken-over";
    private static final String SESSION = "kafka.main.consumer.session.timeout.ms=60000";
    private static final Duration BEFORE_THE_SESSION_ENDS = Duration.ofSeconds(40);

    /** A state that is not restored yet counts as far behind, and Streams itself would look for it after ten minutes only. */
    private static final String[] COPIES_FIRST = {
        "kafka.acceptable.recovery.lag=4", "kafka.probing.rebalance.interval.ms=600000"
    };

    private static final List<String> SYMBOLS =
            IntStream.range(0, 12).mapToObj(i -> "OUT" + i + "USDT").toList();

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    private final List<Line> sent = new ArrayList<>();
    private long timeMs = System.currentTimeMillis() - 60_000;

    private EngineProcess here(String... more) {
        return bench.engine(APPLICATION, settings("here", more));
    }

    private Process there(String... more) {
        return bench.engineJvm(APPLICATION, settings("there", more));
    }

    private String[] settings(String folder, String... more) {
        return Stream.concat(Stream.of(bench.stateDir(folder), SESSION, bench.withoutHistory()), Stream.of(more))
                .toArray(String[]::new);
    }

    /** Opens a position in each symbol and lets its price rise to 107, which arms its trail. */
    private void open() {
        send(SYMBOLS.stream()
                .map(symbol -> line(
                        "order-fills",
                        symbol,
                        "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"leverage\":5}"))
                .toList());
        bench.progress().awaitAllRead(APPLICATION);
        rise(100, 107);
        bench.progress().awaitAllRead(APPLICATION);
    }

    private void rise(int from, int to) {
        send(IntStream.rangeClosed(from, to)
                .boxed()
                .flatMap(price ->
                        SYMBOLS.stream().map(symbol -> line("mark-prices", symbol, "{\"p\":\"" + price + "\"}")))
                .toList());
    }

    private Line line(String topic, String symbol, String json) {
        return Line.of(topic, symbol, json, timeMs++);
    }

    private void send(List<Line> lines) {
        sent.addAll(lines);
        bench.send(lines);
    }

    private void assertThatTheCommandsAreThoseOfOneEngine() {
        assertThat(RisingAndFallingMarket.commands(bench.outputs()))
                .hasSize(SYMBOLS.size())
                .isEqualTo(RisingAndFallingMarket.commands(RisingAndFallingMarket.played(sent)));
    }

    /** Starts a second engine and waits until it decides on a symbol and each knows the other. */
    private Process joined(EngineProcess here, String... more) {
        Process there = there(more);
        bench.progress().awaitEngines(APPLICATION, 2);
        EngineHttp http = new EngineHttp(here.httpPort());
        await().atMost(EngineProgress.TIMEOUT)
                .until(() -> SYMBOLS.stream()
                        .map(symbol -> http.json("/plans/" + symbol))
                        .anyMatch(plan -> plan.path("role").asText().equals("active")
                                && !plan.path("servedBy").asText().endsWith(":" + here.httpPort())));
        return there;
    }

    /** The copies of an engine that starts are made beside the owner, and it asks for its share when they are ready. */
    @Test
    void shouldTakeItsShareWhenItsCopiesAreReady() {
        try (EngineProcess here = here(COPIES_FIRST)) {
            open();

            Process there = joined(here, COPIES_FIRST);
            rise(108, 115);
            assertThat(there.isAlive()).isTrue();

            bench.progress().awaitAllRead(APPLICATION, BEFORE_THE_SESSION_ENDS);
        }
        assertThatTheCommandsAreThoseOfOneEngine();
    }

    private List<String> memberIds() {
        return EngineProgress.result(bench.progress()
                        .admin()
                        .describeConsumerGroups(List.of(APPLICATION))
                        .all())
                .values()
                .stream()
                .flatMap(group -> group.members().stream())
                .map(MemberDescription::consumerId)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void shouldGoOnLongBeforeTheSessionEnds(String signal) throws Exception {
        try (EngineProcess here = here()) {
            open();
            Process there = joined(here);

            Signals.send(there, signal);
            there.waitFor();
            rise(108, 115);

            bench.progress().awaitAllRead(APPLICATION, BEFORE_THE_SESSION_ENDS);
            assertThat(here.state().isRunningOrRebalancing()).isTrue();
        }
        assertThatTheCommandsAreThoseOfOneEngine();
    }

    @Test
    void shouldEndItsLastRunWhenItStartsAgainAfterAKill() throws Exception {
        Process killed = there();
        open();

        killed.destroyForcibly().waitFor();
        rise(108, 115);
        there();

        bench.progress().awaitAllRead(APPLICATION, BEFORE_THE_SESSION_ENDS);
        assertThatTheCommandsAreThoseOfOneEngine();
    }

    /** A paused process takes connections until its queue is full; then its host does not answer. Neither is a sign of death. */
    @Test
    void shouldLeaveTheSilentInTheGroup() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (EngineProcess here = here()) {
            EngineHttp http = new EngineHttp(here.httpPort());
            open();
            Process there = joined(here);
            List<String> members = memberIds();
            int port = portOfTheOther(http, here.httpPort());

            Signals.send(there, "STOP");
            awaitSilence(http, "[0-9]+");
            fillQueue(port, waiting);
            awaitSilence(http, "(9|[12][0-9])");
            Signals.send(there, "CONT");
            rise(108, 115);

            bench.progress().awaitAllRead(APPLICATION, BEFORE_THE_SESSION_ENDS);
            assertThat(memberIds()).isEqualTo(members);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
        assertThatTheCommandsAreThoseOfOneEngine();
    }

    private static int portOfTheOther(EngineHttp http, int own) {
        return SYMBOLS.stream()
                .map(symbol -> http.json("/plans/" + symbol).path("servedBy").asText())
                .map(address -> Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)))
                .filter(port -> port != own)
                .findFirst()
                .orElseThrow();
    }

    private static void awaitSilence(EngineHttp http, String seconds) {
        await().atMost(BEFORE_THE_SESSION_ENDS)
                .until(
                        () -> http.json("/health").path("reasons").toString(),
                        reasons -> reasons.matches(".*has not answered for " + seconds + " s.*"));
    }

    private static void fillQueue(int port, List<Socket> waiting) {
        boolean isTaken = true;
        while (isTaken) {
            assertThat(waiting).hasSizeLessThan(2_000);
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            } catch (IOException full) {
                isTaken = false;
            }
        }
    }

    /** What becomes of a living instance that another one took for dead: its names are fenced and removed. */
    @Test
    void shouldComeBackWhenItWasTakenForDead() {
        try (EngineProcess here = here()) {
            open();
            List<String> members = memberIds();

            remove(new EngineHttp(here.httpPort()).json("/instance"));
            rise(108, 115);

            bench.progress().awaitAllRead(APPLICATION, BEFORE_THE_SESSION_ENDS);
            await().atMost(EngineProgress.TIMEOUT).until(here::state, state -> state == KafkaStreams.State.RUNNING);
            assertThat(memberIds()).hasSize(1).isNotEqualTo(members);
        }
        assertThatTheCommandsAreThoseOfOneEngine();
    }

    private void remove(JsonNode identity) {
        List<String> transactions = new ArrayList<>();
        identity.path("transactionalIds").forEach(id -> transactions.add(id.asText()));
        List<MemberToRemove> members = new ArrayList<>();
        identity.path("members").forEach(id -> members.add(new MemberToRemove(id.asText())));
        EngineProgress.result(
                bench.progress().admin().fenceProducers(transactions).all());
        EngineProgress.result(bench.progress()
                .admin()
                .removeMembersFromConsumerGroup(APPLICATION, new RemoveMembersFromConsumerGroupOptions(members))
                .all());
    }
}
