package io.exitbrain.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.topology.context.SymbolPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanKeyPartitionerTest {

    private static final Headers NO_HEADERS = new RecordHeaders();

    private final PlanKeyPartitioner<String> partitioner = new PlanKeyPartitioner<>();

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "1000PEPEUSDT", "X"})
    void shouldKeepBothSidesOfASymbolOnItsPartition(String symbol) {
        for (int partitions = 1; partitions <= 12; partitions++) {
            assertThat(partitioner
                            .partitions("exit-plans", symbol, "", NO_HEADERS, partitions)
                            .orElseThrow())
                    .containsExactly(SymbolPartition.of(symbol, partitions))
                    .isEqualTo(partitioner
                            .partitions("exit-plans", symbol + "/LONG", "", NO_HEADERS, partitions)
                            .orElseThrow())
                    .isEqualTo(partitioner
                            .partitions("exit-plans", symbol + "/SHORT", "", NO_HEADERS, partitions)
                            .orElseThrow());
        }
    }
}
