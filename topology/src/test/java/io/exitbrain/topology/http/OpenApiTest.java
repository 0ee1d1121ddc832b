package io.exitbrain.topology.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.exitbrain.topology.evidence.FakeEvidence;
import io.exitbrain.topology.evidence.FakeStreams;
import io.exitbrain.topology.settings.HttpAddress;
import io.exitbrain.topology.vitals.Vitals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the HTTP interface is true: its paths are those of the server, and the answers are as it says. */
class OpenApiTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final QueryServer server = QueryServer.bind(new HttpAddress("127.0.0.1", 0, Optional.empty()));
    private final FakeStreams streams =
            new FakeStreams(server.advertised(), Map.of(server.advertised(), Set.of(0, 1, 2, 3, 4, 5)));

    @BeforeEach
    void serve() {
        Vitals vitals = new Vitals();
        vitals.input("mark-prices").received(1, 1_000);
        streams.holding("BTCUSDT");
        FakeInstance.serve(server, streams, new FakeEvidence(), vitals);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + server.advertised() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode description() throws IOException, InterruptedException {
        return JSON.readTree(get("/openapi.json").body());
    }

    @Test
    void shouldDescribeEveryPathOfTheServerAndNoOther() throws IOException, InterruptedException {
        Set<String> described = new TreeSet<>();
        description().path("paths").fieldNames().forEachRemaining(described::add);
        Set<String> served = new TreeSet<>();
        server.paths().stream()
                .map(path -> path.replace('<', '{').replace('>', '}'))
                .filter(path -> !isOfThePage(path))
                .forEach(served::add);

        assertThat(described).isEqualTo(served);
    }

    /** The page itself and its files. */
    private static boolean isOfThePage(String path) {
        return path.equals("/") || path.startsWith("/page/") || path.matches(".*\\.(js|css|svg|html)");
    }

    @ParameterizedTest
    @CsvSource({
        "/plans, 200, PlanList",
        "/plans?partial=true, 200, PlanList",
        "/plans?local=true, 200, PlanList",
        "/plans/BTCUSDT, 200, SymbolPlans",
        "/plans/BTCUSDT?copy=true, 200, SymbolPlans",
        "/plans/NOBODY, 404, NotFound",
        "/plans/nobody, 400, Error",
        "/plans/BTCUSDT/trailing, 200, Trailing",
        "/positions, 200, PositionList",
        "/positions?partial=true, 200, PositionList",
        "/positions/unprotected, 200, PositionList",
        "/health, 200, Health",
        "/health/live, 200, State",
        "/health/ready, 200, State",
        "/instance, 503, Error",
        "/nothing, 404, Error"
    })
    void shouldAnswerAsDescribed(String path, int status, String schema) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(faults(schema, JSON.readTree(answer.body())))
                .as(answer.body())
                .isEmpty();
    }

    @Test
    void shouldTellUnderWhichNamesTheBrokersKnowTheInstanceUntilItStops() throws IOException, InterruptedException {
        server.identify(() ->
                "{\"application\":\"exit-brain\",\"members\":[\"a-1\"],\"transactionalIds\":[\"exit-brain-a-1\"]}");
        HttpResponse<String> answer = get("/instance");
        List<String> faults = faults("Instance", JSON.readTree(answer.body()));
        server.stopAnswering();
        HttpResponse<String> stopping = get("/instance");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(faults).isEmpty();
        assertThat(stopping.statusCode()).isEqualTo(503);
    }

    @Test
    void shouldDescribeWhatIsNotAvailable() throws IOException, InterruptedException {
        streams.state = KafkaStreams.State.ERROR;
        streams.isLive = false;

        for (String path : List.of("/plans", "/plans/BTCUSDT", "/positions")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isIn(200, 503);
        }
        HttpResponse<String> health = get("/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(faults("Health", JSON.readTree(health.body()))).isEmpty();
    }

    private List<String> faults(String schema, JsonNode answer) throws IOException, InterruptedException {
        ObjectNode whole = (ObjectNode) description();
        whole.put("$ref", "#/components/schemas/" + schema);
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString());
        List<String> faults = new ArrayList<>();
        compiled.validate(answer.toString(), InputFormat.JSON).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }
}
