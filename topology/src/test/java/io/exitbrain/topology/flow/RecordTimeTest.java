package io.exitbrain.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTimeTest {

    private static final long PARTITION = 1_764_000_000_000L;
    private static final long CLOCK = 1_764_111_111_111L;

    private static ConsumerRecord<Object, Object> at(long timestamp) {
        return new ConsumerRecord<>(
                "order-fills",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "BTCUSDT",
                "",
                new RecordHeaders(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "-1, true",
        "0, true",
        "1, false",
        "999999999, false",
        "1000000000, true",
        "1764000000, true",
        "999999999999, true",
        "1000000000000, false",
        "1764000000001, false",
        "99999999999999, false",
        "100000000000000, true",
        "1764000000000000, true",
        "9223372036854775807, true"
    })
    void shouldTakeThePartitionsTimeForATimestampThatIsNone(long timestamp, boolean isNone) {
        assertThat(new RecordTime(() -> CLOCK).extract(at(timestamp), PARTITION))
                .isEqualTo(isNone ? PARTITION : timestamp);
        assertThat(RecordTime.of(at(timestamp), PARTITION)).isEqualTo(isNone ? PARTITION : timestamp);
        assertThat(new RecordTime(() -> CLOCK).extract(at(timestamp), -1)).isEqualTo(isNone ? CLOCK : timestamp);
    }
}
