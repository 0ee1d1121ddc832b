package io.exitbrain.topology.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.evidence.FakeEvidence;
import io.exitbrain.topology.evidence.FakeStreams;
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

    private final FakeEvidence evenEvidence = new FakeEvidence();
    private final FakeEvidence oddEvidence = new FakeEvidence();

    @BeforeEach
    void start() {
        group.put(even.advertised(), Set.of(0, 2, 4));
        group.put(odd.advertised(), Set.of(1, 3, 5));
        FakeInstance.serve(even, evenStreams, evenEvidence, new Vitals());
        FakeInstance.serve(odd, oddStreams, oddEvidence, new Vitals());
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
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "BTC/USDT:USDT", "A@B_C-D.E", "ÄÖ"})
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

    /**
     * Also the last partition: the number of partitions is that of the topic, not of what is assigned. Whether there is no plan is known
     * only if all partitions answer, because an older version may have planned a symbol elsewhere.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void shouldAskToRetryWhileAPartitionHasNoOwner(int unowned) throws IOException, InterruptedException {
        Set<Integer> left = new HashSet<>(Set.of(1, 3, 5));
        left.remove(unowned);
        group.put(odd.advertised(), left);

        for (int i = 0; i < 50; i++) {
            String symbol = "S" + i;
            ownerOf(symbol).holding(symbol);
            int partition = SymbolPartition.of(symbol, FakeStreams.PARTITIONS);
            HttpResponse<String> answer = get(even, "/plans/" + symbol);

            assertThat(answer.statusCode())
                    .as("%s on %d", symbol, partition)
                    .isEqualTo(partition == unowned ? 503 : 200);
            if (partition == unowned) {
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            }
        }
        assertThat(get(even, "/plans/NOBODY").statusCode()).isEqualTo(503);
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

    private String symbolOf(FakeStreams owner) {
        return IntStream.range(0, 100)
                .mapToObj(i -> "S" + i)
                .filter(symbol -> ownerOf(symbol) == owner)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldSayWhoAnswered() throws IOException, InterruptedException {
        String symbol = symbolOf(oddStreams);
        int partition = SymbolPartition.of(symbol, FakeStreams.PARTITIONS);
        oddStreams.holding(symbol);

        JsonNode answer = json(get(even, "/plans/" + symbol));

        assertThat(answer.path("partition").asInt()).isEqualTo(partition);
        assertThat(answer.path("servedBy").asText()).isEqualTo(odd.advertised());
        assertThat(answer.path("role").asText()).isEqualTo("active");
        assertThat(answer.path("lagRecords").asInt()).isEqualTo(partition);
        assertThat(answer.has("stale")).isFalse();
        assertThat(json(get(even, "/plans")).get(0)).isEqualTo(answer);
    }

    @Test
    void shouldAskToRetryWhileTheOwnerIsNotRunning() throws IOException, InterruptedException {
        oddStreams.state = KafkaStreams.State.REBALANCING;
        oddStreams.isLive = false;

        HttpResponse<String> answer = get(even, "/plans/" + symbolOf(oddStreams));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("error").asText()).contains("is on its way to this instance");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    /** A store that restores or closes does not know every symbol. */
    @Test
    void shouldNeverSayThatThereIsNoPlanWhereAStoreDoesNotAnswer() throws IOException, InterruptedException {
        oddStreams.isLive = false;

        for (int i = 0; i < 20; i++) {
            String symbol = "S" + i;
            for (QueryServer asked : List.of(even, odd)) {
                assertThat(get(asked, "/plans/" + symbol).statusCode()).isEqualTo(503);
            }
        }
    }

    /** A process that was paused longer than its session does not know that its partitions are elsewhere. */
    @Test
    void shouldNotAnswerFromItsOwnStoresWhileTheGroupHasNotConfirmedIt() throws IOException, InterruptedException {
        oddEvidence.doubt = Optional.of("it was paused");
        String symbol = symbolOf(oddStreams);
        oddStreams.holding(symbol);

        for (QueryServer asked : List.of(even, odd)) {
            assertThat(get(asked, "/plans").statusCode()).isEqualTo(503);
        }
        assertThat(get(odd, "/plans/" + symbol + "?local=true").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldAnswerFromACopyAndSaySoWhileTheOwnerIsAway() throws IOException, InterruptedException {
        String symbol = symbolOf(oddStreams);
        int partition = SymbolPartition.of(symbol, FakeStreams.PARTITIONS);
        evenStreams.copies.add(partition);
        evenStreams.holding(symbol);
        oddStreams.isLive = false;

        JsonNode one = json(get(even, "/plans/" + symbol));
        HttpResponse<String> all = get(even, "/plans");
        JsonNode part = json(get(even, "/plans?partial=true"));

        assertThat(one.path("stale").asBoolean()).isTrue();
        assertThat(one.path("role").asText()).isEqualTo("standby");
        assertThat(one.path("lagRecords").asInt()).isEqualTo(10 + partition);
        assertThat(json(get(odd, "/plans/" + symbol))).isEqualTo(one);
        assertThat(all.statusCode()).isEqualTo(503);
        assertThat(part.path("plans")).hasSize(1);
        assertThat(part.path("plans").get(0)).isEqualTo(one);
        assertThat(part.path("stale").toString()).isEqualTo("[1,3,5]");
        assertThat(part.path("answered").toString()).isEqualTo("[0,1,2,3,4,5]");
        assertThat(part.path("missing")).isEmpty();
    }

    @Test
    void shouldTellOnlyTheSymbolThatIsAskedForAlsoFromACopy() throws IOException, InterruptedException {
        List<String> ofOdd = IntStream.range(0, 100)
                .mapToObj(i -> "S" + i)
                .filter(symbol -> SymbolPartition.of(symbol, FakeStreams.PARTITIONS) == 1)
                .limit(2)
                .toList();
        ofOdd.forEach(evenStreams::holding);
        evenStreams.copies.add(1);
        oddStreams.isLive = false;

        JsonNode part = json(get(even, "/plans?partial=true&symbol=" + ofOdd.get(0)));

        assertThat(part.path("stale").toString()).contains("1");
        assertThat(part.path("plans"))
                .extracting(plan -> plan.path("symbol").asText())
                .containsExactly(ofOdd.get(0));
    }

    /** A copy that does not have the symbol may only be behind. */
    @Test
    void shouldNotSayThatThereIsNoPlanBecauseACopyHasNone() throws IOException, InterruptedException {
        String symbol = symbolOf(oddStreams);
        evenStreams.copies.add(SymbolPartition.of(symbol, FakeStreams.PARTITIONS));
        oddStreams.isLive = false;

        assertThat(get(even, "/plans/" + symbol).statusCode()).isEqualTo(503);
    }

    @Test
    void shouldSayWhatIsMissingWhereAPartIsEnough() throws IOException, InterruptedException {
        odd.close();

        JsonNode part = json(get(even, "/plans?partial=true"));

        assertThat(part.path("missing").toString()).isEqualTo("[1,3,5]");
        assertThat(part.path("answered").toString()).isEqualTo("[0,2,4]");
        HttpResponse<String> all = get(even, "/plans");
        assertThat(all.statusCode()).isEqualTo(503);
        assertThat(all.headers().firstValue("Retry-After")).contains("1");
        assertThat(json(all).path("error").asText()).contains("[1, 3, 5] of 6", "?partial=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"btcusdt", "A B", "A#B", "A?local=true", "50%", "BTCUSDT/LONG"})
    void shouldRefuseWhatIsNoSymbol(String text) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(even, "/plans/" + encoded(text));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asText()).startsWith("not a symbol: \"" + text + "\" must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void shouldAllowOnlyToRead(String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + even.advertised() + "/plans"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(json(answer).path("error").asText()).contains("nothing can be changed here");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plans", "/plans/BTCUSDT", "/health", "/nothing"})
    void shouldAnswerHeadAsGetWithoutABody(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + even.advertised() + path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(get(even, path).statusCode());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEmpty();
    }
}
