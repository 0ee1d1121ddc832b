package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.engine.EngineHttp;
import io.exitbrain.topology.process.EngineProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Three engines of one group are asked without a pause while one joins, is killed, is paused longer than its session, and leaves. No
 * answer says that there is no plan, no list lacks one: an engine that does not know asks to try again.
 */
@Timeout(400)
class QueriesWhileTheGroupMovesIT {

    private static final String APPLICATION = "moving";
    private static final long START = 1_764_000_000_000L;
    private static final Duration LONG = Duration.ofSeconds(90);

    private static final List<String> SYMBOLS =
            IntStream.range(0, 12).mapToObj(i -> "S" + i + "USDT").toList();

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    private static Line fillOf(String symbol) {
        return Line.of("order-fills", symbol, "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\"}", START);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process engineAt(int port, String name) {
        return bench.engineJvm(APPLICATION, "http.port=" + port, bench.stateDir(name));
    }

    @Test
    void shouldNeverSayThatThereIsNoPlan() throws Exception {
        try (EngineProcess one = bench.engine(APPLICATION, bench.stateDir("one"));
                Questioner questioner = new Questioner(SYMBOLS)) {
            EngineHttp http = new EngineHttp(one.httpPort());
            bench.send(SYMBOLS.stream().map(QueriesWhileTheGroupMovesIT::fillOf).toList());
            awaitAll(http, SYMBOLS.size());
            questioner.also(one.httpPort());
            questioner.start();

            int second = freePort();
            Process two = engineAt(second, "two");
            questioner.also(second);
            int third = freePort();
            Process three = engineAt(third, "three");
            questioner.also(third);
            bench.progress().awaitEngines(APPLICATION, 3);

            two.destroyForcibly().waitFor();
            bench.progress().awaitEngines(APPLICATION, 2);
            awaitAll(http, SYMBOLS.size());

            Signals.send(three, "STOP");
            bench.progress().awaitEngines(APPLICATION, 1);
            List<String> opened =
                    IntStream.range(0, 9).mapToObj(i -> "NEW" + i + "USDT").toList();
            bench.send(opened.stream().map(QueriesWhileTheGroupMovesIT::fillOf).toList());
            awaitAll(http, SYMBOLS.size() + opened.size());
            opened.forEach(questioner::expect);
            Signals.send(three, "CONT");
            opened.forEach(symbol -> questioner.judge(third, "/plans/" + symbol));
            bench.progress().awaitEngines(APPLICATION, 2);
            awaitAll(new EngineHttp(third), SYMBOLS.size() + opened.size());

            three.destroy();
            bench.progress().awaitEngines(APPLICATION, 1);
            awaitAll(http, SYMBOLS.size() + opened.size());

            assertThat(questioner.wrong()).isEmpty();
            assertThat(questioner.answers()).isPositive();
        }
    }

    private static void awaitAll(EngineHttp engine, int symbols) {
        await().atMost(LONG)
                .until(() -> engine.get("/plans").statusCode() == 200
                        && engine.json("/plans").size() == symbols);
    }
}
