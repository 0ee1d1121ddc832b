package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.engine.EngineHttp;
import io.exitbrain.topology.process.EngineProcess;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two engines of one group share the symbols. Each answers for all of them, and asks the other where that is the owner. */
@Timeout(120)
class RoutedQueriesIT {

    private static final String APPLICATION = "routed";
    private static final long START = 1_764_000_000_000L;

    private static final List<String> SYMBOLS = Stream.concat(
                    IntStream.range(0, 12).mapToObj(i -> "S" + i + "USDT"), Stream.of("XYZ:TSLA", "A.B-C_D"))
            .toList();

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    private static Line fillOf(String symbol) {
        return Line.of("order-fills", symbol, "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\"}", START);
    }

    private static boolean isComplete(EngineHttp engine) {
        HttpResponse<String> answer = engine.get("/plans");
        return answer.statusCode() == 200 && engine.json("/plans").size() == SYMBOLS.size();
    }

    @Test
    void shouldAnswerForEverySymbolWhicheverEngineIsAsked() {
        try (EngineProcess one = bench.engine(APPLICATION, bench.stateDir("one"));
                EngineProcess two = bench.engine(APPLICATION, bench.stateDir("two"))) {
            bench.progress().awaitEngines(APPLICATION, 2);
            bench.send(SYMBOLS.stream().map(RoutedQueriesIT::fillOf).toList());
            bench.progress().awaitAllRead(APPLICATION);
            List<EngineHttp> engines = List.of(new EngineHttp(one.httpPort()), new EngineHttp(two.httpPort()));
            engines.forEach(engine -> await().atMost(Duration.ofSeconds(30)).until(() -> isComplete(engine)));

            for (String symbol : SYMBOLS) {
                String path = "/plans/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8);
                List<JsonNode> answers =
                        engines.stream().map(engine -> engine.json(path)).toList();

                assertThat(answers.get(0)).isEqualTo(answers.get(1));
                assertThat(answers.get(0).path("symbol").asText()).isEqualTo(symbol);
                assertThat(answers.get(0).path("plans")).hasSize(1);
            }
            // each of the two has symbols of its own
            engines.forEach(engine ->
                    assertThat(engine.json("/plans?local=true").size()).isBetween(1, SYMBOLS.size() - 1));
        }
    }
}
