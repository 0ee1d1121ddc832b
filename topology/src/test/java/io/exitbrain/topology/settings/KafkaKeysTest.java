package io.exitbrain.topology.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bootstrap.servers",
                "security.protocol",
                "sasl.jaas.config",
                "ssl.truststore.location",
                "group.protocol",
                "num.standby.replicas",
                "session.timeout.ms",
                "linger.ms",
                "main.consumer.session.timeout.ms",
                "restore.consumer.max.poll.records",
                "global.consumer.fetch.max.wait.ms",
                "consumer.auto.offset.reset",
                "producer.transaction.timeout.ms",
                "admin.retries",
                "topic.min.insync.replicas"
            })
    void shouldKnowTheKeysOfKafka(String key) {
        assertThat(KafkaKeys.warnings(Map.of(key, "1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "boostrap.servers, kafka.bootstrap.servers",
        "main.consumer.sesion.timeout.ms, kafka.main.consumer.session.timeout.ms",
        "producer.lingerms, kafka.producer.linger.ms",
        "topic.retention.msec, kafka.topic.retention.ms",
        "admin.retrys, kafka.admin.retries"
    })
    void shouldNameTheNearestKey(String key, String nearest) {
        assertThat(KafkaKeys.warnings(Map.of(key, "1")))
                .containsExactly("kafka." + key + " is not a setting of Kafka: only a plug-in can use it; did you mean "
                        + nearest + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my.reporter.url", "producer.session.timeout.ms.of.nobody"})
    void shouldNotGuessWhereNoKeyIsNear(String key) {
        assertThat(KafkaKeys.warnings(Map.of(key, "1")))
                .containsExactly("kafka." + key + " is not a setting of Kafka: only a plug-in can use it");
    }

    @Test
    void shouldWarnOfEachKeyInTheirOrder() {
        assertThat(KafkaKeys.warnings(Map.of("zzz.one", "1", "aaa.two", "2", "bootstrap.servers", "a:1")))
                .extracting(warning -> warning.substring(0, 13))
                .containsExactly("kafka.aaa.two", "kafka.zzz.one");
    }
}
