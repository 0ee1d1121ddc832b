package io.exitbrain.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BySymbolTest {

    private final BySymbol<String> partitioner = new BySymbol<>();

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "1000PEPEUSDT", "X"})
    void shouldKeepBothSidesOfASymbolOnItsPartition(String symbol) {
        for (int partitions = 1; partitions <= 12; partitions++) {
            assertThat(partitioner
                            .partitions("exit-plans", symbol, "", partitions)
                            .orElseThrow())
                    .containsExactly(SymbolPartition.of(symbol, partitions))
                    .isEqualTo(partitioner
                            .partitions("exit-plans", symbol + "/LONG", "", partitions)
                            .orElseThrow())
                    .isEqualTo(partitioner
                            .partitions("exit-plans", symbol + "/SHORT", "", partitions)
                            .orElseThrow());
        }
    }
}
