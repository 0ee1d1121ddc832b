package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.process.EngineProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An engine starts on the changelog that an older version has written. The bytes were written by those versions and are never changed. They
 * hold the example of the rules: long BTCUSDT, stop 94572.0 sent as version 3.
 */
@Timeout(120)
class OlderStateIT {

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    private static byte[] written(int version) throws IOException {
        try (InputStream hex = Objects.requireNonNull(
                OlderStateIT.class.getResourceAsStream("/states/state-v%d.hex".formatted(version)), "state")) {
            String text = new String(hex.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldGoOnWithThePlanOfAnOlderVersion(int version) throws Exception {
        PlansChangelog.leave(broker, "BTCUSDT", written(version));
        try (EngineProcess engine = broker.engine();
                TopicClient topics = new TopicClient(broker.bootstrapServers())) {
            EngineHttp http = new EngineHttp(engine.httpPort());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http.get("/health/ready").statusCode() == 200);
            JsonNode plan = http.json("/plans/BTCUSDT").path("plans").path(0);
            assertThat(plan.path("planId").asText()).isEqualTo("7Q2M4XK0H3ZD9A1B");
            assertThat(plan.path("stop").path("price").asText()).isEqualTo("94572.0");

            topics.send("mark-prices", "BTCUSDT", "{'p':'94571.9'}");

            JsonNode command = new ObjectMapper()
                    .readTree(topics.committed("trailing-stop-commands", 1, any -> true)
                            .get(0)
                            .value());
            assertThat(command.path("action").asText()).isEqualTo("EXIT");
            assertThat(command.path("commandId").asText()).isEqualTo("7Q2M4XK0H3ZD9A1B-4");
        }
    }
}
