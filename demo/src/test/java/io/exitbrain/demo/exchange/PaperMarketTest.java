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
    void shouldTellTheSameStoryForTheSameSeed() {
        assertThat(run(42).everything).isEqualTo(run(42).everything);
        assertThat(run(42).everything).isNotEqualTo(run(43).everything);
    }

    @Test
    void shouldListAtLeastTwentySymbolsOnce() {
        Set<String> symbols = Listings.all().stream().map(Instrument::symbol).collect(Collectors.toSet());

        assertThat(symbols).hasSize(Listings.all().size()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void shouldTellOfInheritedPositionsBySnapshotOnly() {
        Heard heard = new Heard();
        PaperExchange exchange = new PaperExchange(Listings.all(), heard);

        new PaperMarket(42, exchange).inheritPositions(1);

        assertThat(heard.fills).isEmpty();
        assertThat(heard.snapshots).hasSize(Listings.all().size());
        List<Snapshot> open = heard.snapshots.stream()
                .filter(told -> !told.position().isFlat())
                .toList();
        assertThat(open)
                .anyMatch(told ->
                        told.position().sign() > 0 && told.unrealisedProfit().signum() > 0);
        assertThat(open)
                .anyMatch(told ->
                        told.position().sign() < 0 && told.unrealisedProfit().signum() > 0);
        assertThat(open).anyMatch(told -> told.unrealisedProfit().signum() < 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 4711})
    void shouldKeepPricesOnTheTickAndNearTheirStart(long seed) {
        PaperExchange exchange = new PaperExchange(Listings.all(), new Heard());
        PaperMarket market = new PaperMarket(seed, exchange);

        for (int step = 0; step < 3 * STEPS; step++) {
            market.step(step);
            for (Instrument listed : Listings.all()) {
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
    void shouldOpenAddReduceCloseAndComeBack(long seed) {
        Heard heard = run(seed);

        Set<String> reopened = new HashSet<>();
        heard.trades.forEach(trade -> reopened.add(trade.symbol()));
        assertThat(heard.trades)
                .as("seed %d", seed)
                .anyMatch(trade -> trade.quantity().signum() < 0);
        assertThat(heard.trades)
                .as("seed %d", seed)
                .anyMatch(trade -> trade.quantity().signum() > 0);
        assertThat(heard.trades.size())
                .as("seed %d: symbols that came back", seed)
                .isGreaterThan(reopened.size());
        assertThat(heard.fills).as("seed %d", seed).hasSizeGreaterThan(heard.trades.size() * 2);
    }

    /** Events of one step are milliseconds apart, not more. */
    @Test
    void shouldTellNothingAheadOfItsTime() {
        Heard heard = new Heard();
        PaperMarket market = new PaperMarket(42, new PaperExchange(Listings.all(), heard));

        market.step(1_000);
        market.step(2_000);

        assertThat(heard.fills).allMatch(fill -> fill.timeMs() <= 2_005);
        assertThat(heard.snapshots).allMatch(told -> told.timeMs() <= 2_005);
    }

    private static Heard run(long seed) {
        Heard heard = new Heard();
        PaperMarket market = new PaperMarket(seed, new PaperExchange(Listings.all(), heard));
        market.inheritPositions(0);
        for (int step = 0; step < STEPS; step++) {
            market.step(step * PaperMarket.STEP_MS);
        }
        return heard;
    }
}
