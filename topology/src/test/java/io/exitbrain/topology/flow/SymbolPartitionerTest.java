package io.exitbrain.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolPartitionerTest {

    private static final long SEED = 17;

    /** The proof that no record is sent twice: the partition it is sent to is the one that the check expects. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 7, 12, 100})
    void shouldSendARecordWhereItCountsAsAtHome(int partitions) {
        FlowContext flow = FlowContext.with(Policy.DEFAULT).withPartitions(partitions);
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            String symbol = Integer.toString(random.nextInt(Integer.MAX_VALUE), 36) + "/é:USDT";

            // The topic may have got more partitions since the engine started.
            Set<Integer> chosen = new SymbolPartitioner(partitions)
                    .partitions("order-fills", symbol, new byte[0], new RecordHeaders(), partitions + random.nextInt(9))
                    .orElseThrow();

            assertThat(chosen).singleElement().matches(partition -> !flow.isAway(symbol, partition));
        }
    }
}
