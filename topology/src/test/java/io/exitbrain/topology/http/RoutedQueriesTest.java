package io.exitbrain.topology.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.settings.HttpAddress;
import io.exitbrain.topology.vitals.Vitals;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances over real HTTP. The owner of the symbol answers, for a request to either instance. */
class RoutedQueriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Set<Integer>> group = new HashMap<>();
    private final QueryServer even = QueryServer.bind(new HttpAddress("127.0.0.1", 0, Optional.empty()));
    private final QueryServer odd = QueryServer.bind(new HttpAddress("127.0.0.1", 0, Optional.empty()));
    private final FakeStreams evenStreams = new FakeStreams(even.advertised(), group);
    private final FakeStreams oddStreams = new FakeStreams(odd.advertised(), group);

    @BeforeEach
    void start() {
        group.put(even.advertised(), Set.of(0, 2, 4));
        group.put(odd.advertised(), Set.of(1, 3, 5));
        serve(even, evenStreams);
        serve(odd, oddStreams);
    }

    private static void serve(QueryServer server, FakeStreams streams) {
        Vitals vitals = new Vitals();
        server.serve(
                streams,
                FakeStreams.PARTITIONS,
                vitals,
                new ReferenceData(new Vitals()),
                new HealthLimits(10, 10_000, 30_000),
                new Metrics(vitals));
    }

    @AfterEach
    void stop() {
        even.close();
        odd.close();
    }

    private FakeStreams ownerOf(String symbol) {
        return SymbolPartition.of(symbol, FakeStreams.PARTITIONS) % 2 == 0 ? evenStreams : oddStreams;
    }

    private HttpResponse<String> get(QueryServer server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + server.advertised() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private static String encoded(String symbol) {
        return URLEncoder.encode(symbol, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "A B", "BTC/USDT:USDT", "A#B", "A?local=true", "50%", "ÄÖ"})
    void shouldAnswerForASymbolWhicheverInstanceIsAsked(String symbol) throws IOException, InterruptedException {
        ownerOf(symbol).holding(symbol);

        for (QueryServer asked : List.of(even, odd)) {
            HttpResponse<String> plans = get(asked, "/plans/" + encoded(symbol));
            HttpResponse<String> trailing = get(asked, "/plans/" + encoded(symbol) + "/trailing?positionSide=both");

            assertThat(plans.statusCode()).as(plans.body()).isEqualTo(200);
            assertThat(json(plans).path("symbol").asText()).isEqualTo(symbol);
            assertThat(json(plans).path("plans")).hasSize(1);
            assertThat(trailing.statusCode()).as(trailing.body()).isEqualTo(200);
            assertThat(json(trailing).path("callbackPct").asText()).isEqualTo("0.015");
        }
    }

    @Test
    void shouldSayThatThereIsNoPlanWhicheverInstanceIsAsked() throws IOException, InterruptedException {
        for (QueryServer asked : List.of(even, odd)) {
            HttpResponse<String> answer = get(asked, "/plans/BTCUSDT");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("error").asText()).startsWith("no active plan for BTCUSDT");
        }
    }

    @Test
    void shouldListThePlansOfBothInstances() throws IOException, InterruptedException {
        List<String> symbols =
                IntStream.range(0, 20).mapToObj(i -> "S" + i).sorted().toList();
        symbols.forEach(symbol -> ownerOf(symbol).holding(symbol));

        for (QueryServer asked : List.of(even, odd)) {
            HttpResponse<String> answer = get(asked, "/plans");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).findValuesAsText("symbol").stream()
                            .distinct()
                            .toList())
                    .containsExactlyElementsOf(symbols);
        }
        assertThat(Stream.of(evenStreams, oddStreams).map(FakeStreams::state)).containsOnly(KafkaStreams.State.RUNNING);
    }

    /** Also the last partition: the number of partitions is that of the topic, not of what is assigned. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void shouldAskToRetryWhileAPartitionHasNoOwner(int unowned) throws IOException, InterruptedException {
        Set<Integer> left = new HashSet<>(Set.of(1, 3, 5));
        left.remove(unowned);
        group.put(odd.advertised(), left);

        for (int i = 0; i < 50; i++) {
            String symbol = "S" + i;
            int partition = SymbolPartition.of(symbol, FakeStreams.PARTITIONS);
            HttpResponse<String> answer = get(even, "/plans/" + symbol);

            assertThat(answer.statusCode())
                    .as("%s on %d", symbol, partition)
                    .isEqualTo(partition == unowned ? 503 : 404);
            if (partition == unowned) {
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            }
        }
    }

    @Test
    void shouldAskToRetryWhenTheOwnerDoesNotAnswer() throws IOException, InterruptedException {
        String ofOdd = IntStream.range(0, 100)
                .mapToObj(i -> "S" + i)
                .filter(symbol -> ownerOf(symbol) == oddStreams)
                .findFirst()
                .orElseThrow();
        String address = odd.advertised();
        odd.close();

        HttpResponse<String> one = get(even, "/plans/" + ofOdd);
        HttpResponse<String> all = get(even, "/plans");

        assertThat(List.of(one.statusCode(), all.statusCode())).containsOnly(503);
        assertThat(json(one).path("error").asText()).contains(address, "does not answer");
        assertThat(one.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void shouldForwardTheRefusalOfTheOwner() throws IOException, InterruptedException {
        oddStreams.state = KafkaStreams.State.REBALANCING;
        String ofOdd = IntStream.range(0, 100)
                .mapToObj(i -> "S" + i)
                .filter(symbol -> ownerOf(symbol) == oddStreams)
                .findFirst()
                .orElseThrow();

        HttpResponse<String> answer = get(even, "/plans/" + ofOdd);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("error").asText()).isEqualTo("the engine is not running: REBALANCING");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
}
