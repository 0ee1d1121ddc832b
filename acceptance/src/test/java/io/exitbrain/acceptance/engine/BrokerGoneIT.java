package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.process.EngineProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Without a broker no stop moves. Health says so, and says when it is over. */
@Timeout(180)
class BrokerGoneIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    @Test
    void shouldBeDownAndNotReadyUntilTheBrokerIsBack() {
        try (EngineProcess engine = broker.engine()) {
            EngineHttp http = new EngineHttp(engine.httpPort());
            await().atMost(LONG).until(() -> http.get("/health/ready").statusCode() == 200);

            broker.stopBroker();
            await().atMost(LONG).until(() -> http.get("/health").statusCode() == 503);
            assertThat(http.json("/health").path("reasons").toString()).contains("no broker has answered for ");
            assertThat(http.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(http.get("/health/live").statusCode())
                    .as("a restart does not help")
                    .isEqualTo(200);

            broker.restartBroker();
            await().atMost(LONG).until(() -> http.get("/health").statusCode() == 200);
            await().atMost(LONG).until(() -> http.get("/health/ready").statusCode() == 200);
        }
    }
}
