package io.exitbrain.acceptance.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.acceptance.cluster.BrokerExtension;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sidecar with a real broker: stop and start, group and lag, deleted topics. */
@Timeout(120)
class SidecarBusIT {

    private static final TopicPartition FILLS = new TopicPartition("order-fills", 0);

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    @Test
    void shouldFollowTheBrokerThroughAStopAndAStart() {
        String refused = "Connection refused: localhost:" + broker.port();
        try (RunningSidecar sidecar = RunningSidecar.of(watching(""))) {
            sidecar.awaitOk("eventbus");
            broker.stopBroker();

            sidecar.awaitDependency("eventbus", "DOWN", refused);
            long threads = sidecarThreads();
            sidecar.awaitDependency("eventbus", "DOWN", refused);
            assertThat(sidecarThreads()).isLessThanOrEqualTo(threads + 1);

            broker.restartBroker();
            sidecar.awaitOk("eventbus");
        }
    }

    @Test
    void shouldReportBrokersTopicsGroupAndLag() throws Exception {
        try (Admin admin = broker.admin();
                RunningSidecar sidecar = RunningSidecar.of(watching(", lag-degraded-above: 2"));
                RunningSidecar strict = RunningSidecar.of(watching(", group-required: true"))) {
            sidecar.awaitOk("eventbus");
            assertThat(details(sidecar).path("brokers").asInt()).isEqualTo(1);
            assertThat(details(sidecar).path("controller").asInt()).isEqualTo(1);
            assertThat(details(sidecar).path("missing_topics").isEmpty()).isTrue();
            assertThat(details(sidecar).path("under_replicated_partitions").asInt())
                    .isZero();
            assertThat(details(sidecar).path("group").asText()).isEqualTo("exit-brain");
            assertThat(details(sidecar).path("group_state").asText()).isEqualTo("ABSENT");
            assertThat(details(sidecar).path("lag_records").asInt()).isZero();
            strict.awaitDependency("eventbus", "DEGRADED", "Group exit-brain has no member (ABSENT): localhost:");

            admin.alterConsumerGroupOffsets("exit-brain", Map.of(FILLS, new OffsetAndMetadata(0)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
            produce(3);

            sidecar.awaitDependency("eventbus", "DEGRADED", "3 records wait for group exit-brain: localhost:");
            assertThat(details(sidecar).path("lag_records").asInt()).isEqualTo(3);
            admin.alterConsumerGroupOffsets("exit-brain", Map.of(FILLS, new OffsetAndMetadata(3)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
            sidecar.awaitOk("eventbus");
        }
    }

    @Test
    void shouldNameDeletedTopicsUntilTheyAreCreatedAgain() throws Exception {
        try (Admin admin = broker.admin();
                RunningSidecar sidecar = RunningSidecar.of(watching(""))) {
            sidecar.awaitOk("eventbus");

            admin.deleteTopics(List.of("mark-prices", "exit-plans")).all().get(20, TimeUnit.SECONDS);

            sidecar.awaitDependency("eventbus", "DOWN", "Missing topics exit-plans, mark-prices: localhost:");
            assertThat(details(sidecar).path("missing_topics").toString())
                    .isEqualTo("[\"exit-plans\",\"mark-prices\"]");
            await().ignoreExceptions().untilAsserted(broker::createTopics);
            sidecar.awaitOk("eventbus");
        }
    }

    private static JsonNode details(RunningSidecar sidecar) throws Exception {
        return sidecar.dependency("eventbus").path("details");
    }

    private static long sidecarThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("health-"))
                .count();
    }

    private void produce(int count) throws Exception {
        try (var producer = new KafkaProducer<>(broker.address(), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(FILLS.topic(), FILLS.partition(), "k", "v"))
                        .get(20, TimeUnit.SECONDS);
            }
        }
    }

    private String watching(String more) {
        return """
                interval: 1s
                dependencies: {eventbus: {kind: kafka, address: '%s', degraded-above: 1m%s}}
                """.formatted(broker.bootstrapServers(), more);
    }
}
