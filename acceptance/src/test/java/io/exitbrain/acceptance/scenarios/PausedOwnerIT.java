package io.exitbrain.acceptance.scenarios;

import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.engine.EngineHttp;
import io.exitbrain.topology.process.EngineProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A paused engine keeps its partitions until its session ends, and says nothing. The other one tells of it. */
@Timeout(300)
class PausedOwnerIT {

    private static final String APPLICATION = "paused";

    /** Long enough that the group does not move while the test looks. */
    private static final String SESSION = "kafka.main.consumer.session.timeout.ms=30000";

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldTellOfAnOwnerThatDoesNotAnswer() throws Exception {
        try (EngineProcess here = bench.engine(APPLICATION, bench.stateDir("here"), SESSION)) {
            EngineHttp http = new EngineHttp(here.httpPort());
            Process there = bench.engineJvm(APPLICATION, bench.stateDir("there"), SESSION);
            bench.progress().awaitEngines(APPLICATION, 2);

            Signals.send(there, "STOP");
            await().atMost(Duration.ofSeconds(25))
                    .until(
                            () -> http.json("/health")
                                    .path("reasons")
                                    .toString()
                                    .matches(
                                            ".*the instance [^ ]+ owns the partitions \\[[0-9, ]+] and has not answered for \\d+ s.*"));
        }
    }
}
