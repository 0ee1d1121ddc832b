package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.process.EngineProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A producer that leaves a transaction open hides the records behind it. The lag counts them. */
@Timeout(120)
class OpenTransactionIT {

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    @Test
    void shouldCountTheRecordsBehindAnOpenTransaction() {
        Map<String, Object> settings = new HashMap<>(broker.address());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "another");
        try (EngineProcess engine = broker.engine("health.lag-records=30");
                KafkaProducer<String, String> another =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                TopicClient topics = new TopicClient(broker.bootstrapServers())) {
            EngineHttp http = new EngineHttp(engine.httpPort());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http.get("/health/ready").statusCode() == 200);
            another.initTransactions();
            another.beginTransaction();
            Future<RecordMetadata> sent =
                    another.send(new ProducerRecord<>("mark-prices", "BTCUSDT", "{\"p\":\"100\"}"));
            another.flush();
            assertThat(sent).isDone();
            for (int i = 0; i < 30; i++) {
                topics.send("mark-prices", "BTCUSDT", "{'p':'101'}");
            }

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(http.json("/health").path("lag_records").asLong()).isEqualTo(31);
                assertThat(http.json("/health").path("reasons").toString())
                        .contains("31 records are waiting, 31 of them behind an open transaction of a producer");
            });
            // The log grows behind the transaction: prices and exits are hidden from the engine.
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                topics.send("mark-prices", "BTCUSDT", "{'p':'101'}");
                assertThat(http.get("/health").statusCode()).isEqualTo(503);
                assertThat(http.json("/health").path("reasons").toString())
                        .contains("a transaction has held mark-prices-", "kafka-transactions.sh find-hanging");
            });

            another.commitTransaction();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    http.json("/health").path("lag_records").asLong())
                            .isZero());
        }
    }
}
