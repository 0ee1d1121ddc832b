package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.process.EngineProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With the streams protocol the brokers decide on copies and sessions. The engine sets them for its group. */
@Timeout(180)
class StreamsGroupIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ConfigResource GROUP = new ConfigResource(ConfigResource.Type.GROUP, "exit-brain");
    private static final String STREAMS = "kafka.group.protocol=streams";

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics()
            .with("group.streams.session.timeout.ms", "45000")
            .with("group.streams.heartbeat.interval.ms", "5000");

    private String setting(String name) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            return admin.describeConfigs(List.of(GROUP)).all().get().values().stream()
                    .flatMap(config -> config.entries().stream())
                    .filter(entry -> entry.name().equals(name))
                    .map(ConfigEntry::value)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void set(String name, String value) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            GROUP, List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private EngineProcess engine(String name) {
        return broker.engine(STREAMS, "state.dir=" + broker.folder().resolve(name));
    }

    @Test
    void shouldHaveACopyOfEachPlanOnAnotherInstance() throws Exception {
        try (EngineProcess one = engine("one");
                EngineProcess other = engine("other")) {
            assertThat(setting("streams.num.standby.replicas")).isEqualTo("1");
            assertThat(setting("streams.session.timeout.ms")).isEqualTo("6000");
            assertThat(setting("streams.heartbeat.interval.ms")).isEqualTo("500");

            for (EngineProcess engine : List.of(one, other)) {
                EngineHttp http = new EngineHttp(engine.httpPort());
                await().atMost(LONG)
                        .until(() ->
                                http.json("/health").path("standby_lag_records").isNumber());
            }
        }
    }

    @Test
    void shouldLeaveWhatAnOperatorHasSet() throws Exception {
        set("streams.num.standby.replicas", "2");
        try (EngineProcess engine = engine("one")) {
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
            assertThat(setting("streams.num.standby.replicas")).isEqualTo("2");
            assertThat(setting("streams.session.timeout.ms")).isEqualTo("6000");
        }
    }
}
