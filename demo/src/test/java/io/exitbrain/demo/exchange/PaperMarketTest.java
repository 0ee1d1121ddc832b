package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperMarketTest {

    private static final int STEPS = 600;

    @Test
    void shouldGiveTheSameEventsForTheSameSeed() {
        assertThat(run(42).everything).isEqualTo(run(42).everything);
        assertThat(run(42).everything).isNotEqualTo(run(43).everything);
    }

    @Test
    void shouldListAtLeastTwentySymbolsOnce() {
        Set<String> symbols = Listing.all().stream().map(Listing::symbol).collect(Collectors.toSet());

        assertThat(symbols).hasSize(Listing.all().size()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void shouldPublishInheritedPositionsAsSnapshotsOnly() {
        RecordingListener recorded = new RecordingListener();
        PaperExchange exchange = new PaperExchange(Listing.all(), recorded);

        new PaperMarket(42, exchange).inheritPositions(1);

        assertThat(recorded.fills).isEmpty();
        assertThat(recorded.snapshots).hasSize(Listing.all().size());
        List<ExchangeSnapshot> open = recorded.snapshots.stream()
                .filter(snapshot -> !snapshot.position().isFlat())
                .toList();
        assertThat(open)
                .anyMatch(snapshot -> snapshot.position().sign() > 0
                        && snapshot.unrealisedProfit().signum() > 0);
        assertThat(open)
                .anyMatch(snapshot -> snapshot.position().sign() < 0
                        && snapshot.unrealisedProfit().signum() > 0);
        assertThat(open).anyMatch(snapshot -> snapshot.unrealisedProfit().signum() < 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 4711})
    void shouldKeepPricesOnTheTickAndNearTheirStart(long seed) {
        PaperExchange exchange = new PaperExchange(Listing.all(), new RecordingListener());
        PaperMarket market = new PaperMarket(seed, exchange);

        for (int step = 0; step < 3 * STEPS; step++) {
            market.step(step);
            for (Listing listed : Listing.all()) {
                BigDecimal mark = exchange.mark(listed.symbol());
                assertThat(mark.remainder(listed.tick()))
                        .as("seed %d %s", seed, listed.symbol())
                        .isZero();
                assertThat(mark)
                        .isBetween(
                                listed.startPrice().multiply(new BigDecimal("0.4")),
                                listed.startPrice().multiply(new BigDecimal("1.8")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 4711})
    void shouldOpenIncreaseReduceCloseAndReopen(long seed) {
        RecordingListener recorded = run(seed);

        Set<String> reopened = new HashSet<>();
        recorded.trades.forEach(trade -> reopened.add(trade.symbol()));
        assertThat(recorded.trades)
                .as("seed %d", seed)
                .anyMatch(trade -> trade.quantity().signum() < 0);
        assertThat(recorded.trades)
                .as("seed %d", seed)
                .anyMatch(trade -> trade.quantity().signum() > 0);
        assertThat(recorded.trades.size())
                .as("seed %d: trades of symbols that opened again", seed)
                .isGreaterThan(reopened.size());
        assertThat(recorded.fills).as("seed %d", seed).hasSizeGreaterThan(recorded.trades.size() * 2);
    }

    /** The events of one step are only milliseconds apart. */
    @Test
    void shouldNotPublishEventsAheadOfTheirTime() {
        RecordingListener recorded = new RecordingListener();
        PaperMarket market = new PaperMarket(42, new PaperExchange(Listing.all(), recorded));

        market.step(1_000);
        market.step(2_000);

        assertThat(recorded.fills).allMatch(fill -> fill.timeMs() <= 2_005);
        assertThat(recorded.snapshots).allMatch(snapshot -> snapshot.timeMs() <= 2_005);
    }

    private static RecordingListener run(long seed) {
        RecordingListener recorded = new RecordingListener();
        PaperMarket market = new PaperMarket(seed, new PaperExchange(Listing.all(), recorded));
        market.inheritPositions(0);
        for (int step = 0; step < STEPS; step++) {
            market.step(step * PaperMarket.STEP_MS);
        }
        return recorded;
    }
}
