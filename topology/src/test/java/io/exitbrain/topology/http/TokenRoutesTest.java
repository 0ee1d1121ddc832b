package io.exitbrain.topology.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.access.Access;
import io.exitbrain.access.Token;
import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.evidence.FakeEvidence;
import io.exitbrain.topology.evidence.FakeStreams;
import io.exitbrain.topology.settings.HttpAddress;
import io.exitbrain.topology.vitals.Vitals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three instances over real HTTP that want a token; one of them has another one. */
class TokenRoutesTest {

    private static final String TOKEN = "the-token-of-the-group";
    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Set<Integer>> group = new HashMap<>();
    private final QueryServer even = bind(TOKEN);
    private final QueryServer odd = bind(TOKEN);
    private final QueryServer stranger = bind("the-token-of-nobody-else");
    private final FakeStreams oddStreams = new FakeStreams(odd.advertised(), group);

    private static QueryServer bind(String token) {
        Access access = new Access(Optional.of(Token.of(token)), Optional.empty());
        return QueryServer.bind(new HttpAddress("127.0.0.1", 0, Optional.empty(), access));
    }

    @BeforeEach
    void start() {
        group.put(even.advertised(), Set.of(0, 2, 4));
        group.put(odd.advertised(), Set.of(1, 3, 5));
        FakeInstance.serve(even, new FakeStreams(even.advertised(), group), new FakeEvidence(), new Vitals());
        FakeInstance.serve(odd, oddStreams, new FakeEvidence(), new Vitals());
        FakeInstance.serve(stranger, new FakeStreams(stranger.advertised(), group), new FakeEvidence(), new Vitals());
    }

    @AfterEach
    void stop() {
        even.close();
        odd.close();
        stranger.close();
    }

    private HttpResponse<String> get(QueryServer server, String path, String... authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        for (String value : authorization) {
            request.header("Authorization", value);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String symbolOf(int remainder) {
        String symbol = "S";
        while (SymbolPartition.of(symbol, FakeStreams.PARTITIONS) % 2 != remainder) {
            symbol += "S";
        }
        return symbol;
    }

    @Test
    void shouldRefuseEveryPathButTheStateWithoutTheToken() throws IOException, InterruptedException {
        for (String path : even.paths()) {
            String asked = path.replaceAll("[{<]symbol[}>]", "BTCUSDT");
            HttpResponse<String> answer = get(even, asked);

            assertThat(answer.statusCode() == 401).as(asked).isNotEqualTo(OPEN.contains(path));
        }
        HttpResponse<String> refused = get(even, "/nothing", "Bearer the-token-of-nobody-else");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"exit-brain\", charset=\"UTF-8\", Bearer");
        assertThat(refused.body()).contains("a token is needed").doesNotContain(TOKEN);
    }

    @Test
    void shouldAnswerWithTheToken() throws IOException, InterruptedException {
        String password = Base64.getEncoder().encodeToString(("anybody:" + TOKEN).getBytes(StandardCharsets.UTF_8));

        assertThat(get(even, "/", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
        assertThat(get(even, "/", "Basic " + password).statusCode()).isEqualTo(200);
        assertThat(get(even, "/metrics", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAskTheOtherInstanceWithTheToken() throws IOException, InterruptedException {
        String symbol = symbolOf(1);
        oddStreams.holding(symbol);

        assertThat(get(even, "/plans/" + symbol, "Bearer " + TOKEN).statusCode())
                .isEqualTo(200);
        assertThat(get(even, "/plans", "Bearer " + TOKEN).body()).contains("\"" + symbol + "\"");
    }

    @Test
    void shouldSayThatTheOtherInstanceWantsAnotherToken() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(stranger, "/plans/" + symbolOf(1), "Bearer the-token-of-nobody-else");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains(odd.advertised() + ", refuses the token of this one: all instances need the same token");
    }
}
