package io.exitbrain.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.topology.context.SymbolPartition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {

    private static final int PARTITIONS = 6;
    private static final long FLUSH = -1;

    private final List<String> events = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    private final ExchangeListener recording = new ExchangeListener() {
        @Override
        public void onFill(ExchangeFill fill) {
            events.add(fill.side() + " at " + fill.price());
            times.add(fill.timeMs());
        }
    };

    @Test
    void shouldHaveASymbolInEachPartition() {
        List<Integer> partitions = Probes.symbols(PARTITIONS).stream()
                .map(symbol -> SymbolPartition.of(symbol, PARTITIONS))
                .toList();

        assertThat(partitions).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void shouldOpenAndCloseAgainAndAgain() {
        Probes probes = new Probes(1, recording);

        for (int step = 0; step < 3; step++) {
            probes.step(1_000);
        }

        assertThat(events).containsExactly("BUY at 100", "SELL at 100", "BUY at 100");
    }

    @Test
    void shouldSendEachEventOfASymbolWithALaterTimeWhenTheBrokersHaveTheOneBefore() {
        Probes probes = new Probes(1, new OrderedEvents(recording, () -> times.add(FLUSH)));

        probes.step(1_000);
        probes.step(1_000);
        probes.step(990);
        probes.step(1_200);

        assertThat(times).containsExactly(1_000L, FLUSH, 1_001L, FLUSH, 1_002L, FLUSH, 1_200L);
    }
}
