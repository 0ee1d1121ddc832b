package io.exitbrain.topology.fast.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.vitals.TaskVitals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Eviction of a symbol's state from memory must not change the symbol. */
class CachedSymbolTest {

    private static final String SYMBOL = "BTCUSDT";
    private static final long OPENED = 1_000_000;
    private static final long NOW = 5_000_000;

    private final FlowContext flow = FlowContext.with(Policy.DEFAULT);
    private int loads;

    private SymbolState opened(Optional<BigDecimal> entry, Optional<BigDecimal> mark) {
        Snapshot opening = new Snapshot(
                SYMBOL, PositionSide.BOTH, BigDecimal.ONE, entry, mark, Optional.of(new BigDecimal("5")), OPENED);
        return ExitRules.onPositions(
                        SymbolState.unknown(SYMBOL),
                        opening,
                        List.of(),
                        flow.contextOf(SYMBOL).context())
                .state();
    }

    private SymbolState protectedAt100() {
        return opened(Optional.of(new BigDecimal("100")), Optional.of(new BigDecimal("100.5")));
    }

    private CachedSymbol known(SymbolState written) {
        return known(written, false);
    }

    private CachedSymbol known(SymbolState written, boolean isAway) {
        return new CachedSymbol(
                written,
                NOW,
                new SymbolSource(
                        flow,
                        symbol -> {
                            loads++;
                            return written;
                        },
                        symbol -> isAway));
    }

    private CachedSymbol evicted(SymbolState written) {
        CachedSymbol symbol = known(written);
        symbol.quietBand();
        assertThat(symbol.evict()).isTrue();
        return symbol;
    }

    private boolean absorbs(CachedSymbol symbol, String price, long time, long nowMs) {
        BigDecimal decimal = new BigDecimal(price);
        return symbol.absorb(decimal.unscaledValue().longValueExact(), decimal.scale(), time, 0, nowMs);
    }

    @Test
    void shouldAbsorbNoPriceOfASymbolOfAnotherPartition() {
        CachedSymbol empty = known(SymbolState.unknown(SYMBOL), true);
        CachedSymbol kept = known(protectedAt100(), true);

        assertThat(absorbs(empty, "99.9", OPENED + 5, NOW + 5)).isFalse();
        assertThat(absorbs(kept, "99.9", OPENED + 5, NOW + 5)).isFalse();
        assertThat(empty.isForeign()).isTrue();
        assertThat(kept.isForeign()).as("its position is open here").isFalse();
        assertThat(known(SymbolState.unknown(SYMBOL)).isForeign()).isFalse();
    }

    @Test
    void shouldGiveTheStateThatWasEvicted() {
        SymbolState written = protectedAt100();
        CachedSymbol symbol = known(written);
        assertThat(absorbs(symbol, "99.9", OPENED + 5, NOW + 5)).isTrue();

        assertThat(symbol.evict()).isTrue();

        assertThat(symbol.state()).isEqualTo(written.marked(new Mark(new BigDecimal("99.9"), OPENED + 5)));
        assertThat(loads).isEqualTo(1);
    }

    @Test
    void shouldAbsorbPricesWhileItIsEvicted() {
        SymbolState written = protectedAt100();
        CachedSymbol symbol = evicted(written);

        assertThat(absorbs(symbol, "99.8", OPENED + 7, NOW + 7)).isTrue();
        assertThat(absorbs(symbol, "97", OPENED + 8, NOW + 8)).isFalse();

        assertThat(loads).isZero();
        assertThat(symbol.clockMs(NOW + 10)).isEqualTo(OPENED + 7 + 3);
        assertThat(symbol.vitals(NOW)).isEqualTo(TaskVitals.of(written, NOW));
        assertThat(symbol.state()).isEqualTo(written.marked(new Mark(new BigDecimal("99.8"), OPENED + 7)));
    }

    @Test
    void shouldKeepTheBestPriceThatWasAbsorbed() {
        SymbolState written = protectedAt100();
        CachedSymbol symbol = known(written);
        // The default policy arms the stop at 101 or more. These prices are only better than 100.5.
        assertThat(absorbs(symbol, "100.7", OPENED + 5, NOW + 5)).isTrue();
        assertThat(absorbs(symbol, "100.9", OPENED + 6, NOW + 6)).isTrue();
        assertThat(absorbs(symbol, "100.8", OPENED + 7, NOW + 7)).isTrue();

        assertThat(symbol.isWritten()).isFalse();
        assertThat(best(symbol.state())).isEqualByComparingTo("100.9");
        assertThat(symbol.state().mark()).contains(new Mark(new BigDecimal("100.8"), OPENED + 7));
        assertThat(symbol.state()).isEqualTo(byRules(written, "100.7", "100.9", "100.8"));
    }

    @Test
    void shouldKeepTheBestPriceThatWasAbsorbedWhileItWasEvicted() {
        CachedSymbol symbol = evicted(protectedAt100());
        assertThat(absorbs(symbol, "100.7", OPENED + 5, NOW + 5)).isTrue();

        symbol.evict();

        assertThat(best(symbol.state())).isEqualByComparingTo("100.7");
        assertThat(loads).isEqualTo(1);
    }

    @Test
    void shouldForgetItsEncodedStateWhenABetterPriceIsAbsorbed() {
        CachedSymbol symbol = known(protectedAt100());
        symbol.awaitWriting(new byte[] {1});

        assertThat(absorbs(symbol, "100.7", OPENED + 5, NOW + 5)).isTrue();

        assertThat(symbol.isWritten()).isFalse();
        assertThat(symbol.encoded()).isEmpty();
    }

    private static BigDecimal best(SymbolState state) {
        return state.sides().both().plan().orElseThrow().stop().best();
    }

    private SymbolState byRules(SymbolState state, String... prices) {
        SymbolState next = state;
        for (int i = 0; i < prices.length; i++) {
            MarkPrice price = new MarkPrice(SYMBOL, new BigDecimal(prices[i]), OPENED + 5 + i);
            next = ExitRules.onPrice(
                            next, price, List.of(), flow.contextOf(SYMBOL).context())
                    .state();
        }
        return next;
    }

    @Test
    void shouldNotBeDecodedByTheQueriesOfEachSecond() {
        SymbolState written = protectedAt100();
        CachedSymbol symbol = evicted(written);

        assertThat(symbol.vitals(NOW)).isEqualTo(TaskVitals.of(written, NOW));
        assertThat(symbol.isQuietAt(symbol.clockMs(NOW + 1000))).isTrue();

        assertThat(loads).isZero();
    }

    @Test
    void shouldBeDecodedOnceUntilItIsEvictedAgain() {
        CachedSymbol symbol = evicted(protectedAt100());

        symbol.state();
        symbol.state();
        assertThat(loads).isEqualTo(1);

        assertThat(symbol.evict()).isTrue();
        symbol.state();
        assertThat(loads).isEqualTo(2);
    }

    @Test
    void shouldStayWhileItsMarkHasTooManyDigits() {
        BigDecimal precise = new BigDecimal("100.12345678901234567890");
        CachedSymbol symbol = known(opened(Optional.of(new BigDecimal("100")), Optional.of(precise)));

        assertThat(symbol.evict()).isFalse();

        assertThat(symbol.state().mark().orElseThrow().price()).isEqualTo(precise);
        assertThat(loads).isZero();
    }

    @Test
    void shouldStayUntilItIsWritten() {
        CachedSymbol symbol = known(protectedAt100());
        symbol.awaitWriting(null);

        assertThat(symbol.evict()).isFalse();

        symbol.state();
        assertThat(loads).isZero();
    }

    @Test
    void shouldStayWhileAPositionIsUnprotected() {
        CachedSymbol symbol = known(opened(Optional.empty(), Optional.empty()));

        assertThat(symbol.evict()).isFalse();

        symbol.state();
        assertThat(loads).isZero();
        assertThat(symbol.vitals(OPENED + 1).unprotected()).isEqualTo(1);
    }
}
