package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.cluster.ForgottenTransaction;
import io.exitbrain.topology.process.EngineProcess;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transaction that no coordinator knows of would hide the records behind it for ever. The engine ends its own, and reports others. */
@Timeout(180)
class HangingTransactionIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String OURS = "exit-brain-0b1e7a52-6f0c-4c1f-9d0e-5a4f6f1f2a3b-1";

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics().with(ForgottenTransaction.UNVERIFIED, "false");

    private EngineHttp ready(EngineProcess engine) {
        EngineHttp http = new EngineHttp(engine.httpPort());
        await().atMost(LONG).until(() -> http.get("/health/ready").statusCode() == 200);
        return http;
    }

    private static String reasons(EngineHttp http) {
        return http.json("/health").path("reasons").toString();
    }

    /** Whether readers of committed records see the end of the log. */
    private boolean isFree(TopicPartition partition) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            return end(admin, partition, IsolationLevel.READ_COMMITTED)
                    == end(admin, partition, IsolationLevel.READ_UNCOMMITTED);
        }
    }

    private static long end(Admin admin, TopicPartition partition, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(partition)
                .get()
                .offset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trailing-stop-commands", "mark-prices", "exit-brain-exit-plans-changelog"})
    void shouldEndOneOfItsOwn(String topic) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (EngineProcess engine = broker.engine()) {
            EngineHttp http = ready(engine);
            ForgottenTransaction.leave(broker, OURS, partition);
            assertThat(isFree(partition)).isFalse();

            await().atMost(LONG).until(() -> isFree(partition));

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(reasons(http)).contains("transactions that hung were ended on [" + partition + "]");
                assertThat(http.get("/metrics").body()).contains("exit_brain_transactions_ended_total 1.0");
            });
        }
    }

    @Test
    void shouldOnlyReportThatOfAnother() throws Exception {
        TopicPartition partition = new TopicPartition("mark-prices", 0);
        try (EngineProcess engine = broker.engine()) {
            EngineHttp http = ready(engine);
            ForgottenTransaction.leave(broker, "another", partition);

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(reasons(http))
                        .contains("a transaction hangs on " + partition + " at offset 0", "(transactional id another)");
                assertThat(http.get("/health").statusCode()).isEqualTo(503);
            });
            assertThat(isFree(partition)).isFalse();
            assertThat(http.get("/metrics").body()).contains("exit_brain_transactions_ended_total 0.0");
        }
    }

    @Test
    void shouldLeaveItWhenSwitchedOff() throws Exception {
        TopicPartition partition = new TopicPartition("mark-prices", 0);
        try (EngineProcess engine = broker.engine("end-hanging-transactions=false")) {
            EngineHttp http = ready(engine);
            ForgottenTransaction.leave(broker, OURS, partition);
            try (TopicClient topics = new TopicClient(broker.bootstrapServers())) {
                await().atMost(LONG).untilAsserted(() -> {
                    // Some of them are on partition 0.
                    for (int i = 0; i < 30; i++) {
                        topics.send("mark-prices", "COIN" + i + "USDT", "{'p':'101'}");
                    }
                    assertThat(reasons(http)).contains("a transaction has held mark-prices-0");
                });
            }
            assertThat(isFree(partition)).isFalse();
        }
    }
}
