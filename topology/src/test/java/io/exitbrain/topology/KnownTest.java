package io.exitbrain.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.ExitRules;
import io.exitbrain.domain.Mark;
import io.exitbrain.domain.MarkPrice;
import io.exitbrain.domain.Policy;
import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Snapshot;
import io.exitbrain.domain.SymbolState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A symbol that rests is the same symbol, with its state in the store. */
class KnownTest {

    private static final String SYMBOL = "BTCUSDT";
    private static final long OPENED = 1_000_000;
    private static final long NOW = 5_000_000;
    private static final int SECONDS_UNTIL_REST = 10;

    private final Engine engine = Engine.with(Policy.DEFAULT);
    private int loads;

    private SymbolState opened(Optional<BigDecimal> entry, Optional<BigDecimal> mark) {
        Snapshot opening = new Snapshot(
                SYMBOL,
                PositionSide.BOTH,
                BigDecimal.ONE,
                entry,
                mark,
                Optional.of(new BigDecimal("5")),
                OPENED,
                List.of());
        return ExitRules.decide(
                        SymbolState.unknown(SYMBOL),
                        opening,
                        engine.around(SYMBOL).circumstances())
                .state();
    }

    private SymbolState protectedAt100() {
        return opened(Optional.of(new BigDecimal("100")), Optional.of(new BigDecimal("100.5")));
    }

    private Known known(SymbolState written) {
        return new Known(written, NOW, engine, symbol -> {
            loads++;
            return written;
        });
    }

    private Known resting(SymbolState written) {
        Known symbol = known(written);
        symbol.restIfQuiet(NOW, engine);
        return symbol;
    }

    private boolean passes(Known symbol, String price, long time, long nowMs) {
        BigDecimal decimal = new BigDecimal(price);
        return symbol.passesBy(decimal.unscaledValue().longValueExact(), decimal.scale(), time, nowMs, engine);
    }

    @Test
    void shouldGiveTheStateItRestedWith() {
        SymbolState written = protectedAt100();
        Known symbol = known(written);
        assertThat(passes(symbol, "99.9", OPENED + 5, NOW + 5)).isTrue();

        symbol.restIfQuiet(NOW + 6, engine);

        assertThat(symbol.state()).isEqualTo(written.marked(new Mark(new BigDecimal("99.9"), OPENED + 5)));
        assertThat(loads).isEqualTo(1);
    }

    @Test
    void shouldLetPricesPassWhileItRests() {
        SymbolState written = protectedAt100();
        Known symbol = resting(written);

        assertThat(passes(symbol, "99.8", OPENED + 7, NOW + 7)).isTrue();
        assertThat(passes(symbol, "97", OPENED + 8, NOW + 8)).isFalse();

        assertThat(loads).isZero();
        assertThat(symbol.clockMs(NOW + 10)).isEqualTo(OPENED + 7 + 3);
        assertThat(symbol.vitals(NOW)).isEqualTo(TaskVitals.of(written, NOW));
        assertThat(symbol.state()).isEqualTo(written.marked(new Mark(new BigDecimal("99.8"), OPENED + 7)));
    }

    @Test
    void shouldKeepTheBestPriceThatPassedBy() {
        SymbolState written = protectedAt100();
        Known symbol = known(written);
        // the stop of the default policy is armed at 101 or more: these are only better than 100.5
        assertThat(passes(symbol, "100.7", OPENED + 5, NOW + 5)).isTrue();
        assertThat(passes(symbol, "100.9", OPENED + 6, NOW + 6)).isTrue();
        assertThat(passes(symbol, "100.8", OPENED + 7, NOW + 7)).isTrue();

        assertThat(symbol.isWritten()).isFalse();
        assertThat(best(symbol.state())).isEqualByComparingTo("100.9");
        assertThat(symbol.state().mark()).contains(new Mark(new BigDecimal("100.8"), OPENED + 7));
        assertThat(symbol.state()).isEqualTo(byRules(written, "100.7", "100.9", "100.8"));
    }

    @Test
    void shouldKeepTheBestPriceThatPassedByWhileItRested() {
        Known symbol = resting(protectedAt100());
        assertThat(passes(symbol, "100.7", OPENED + 5, NOW + 5)).isTrue();

        // not before it is written
        settle(symbol, SECONDS_UNTIL_REST + 1);
        symbol.restIfQuiet(NOW + 6, engine);

        assertThat(best(symbol.state())).isEqualByComparingTo("100.7");
        assertThat(loads).isEqualTo(1);
    }

    @Test
    void shouldForgetWhatItWasToBeWrittenAsWhenABetterPricePasses() {
        Known symbol = known(protectedAt100());
        symbol.awaitsWriting(new byte[] {1});

        assertThat(passes(symbol, "100.7", OPENED + 5, NOW + 5)).isTrue();

        assertThat(symbol.isWritten()).isFalse();
        assertThat(symbol.encoded()).isNull();
    }

    private static BigDecimal best(SymbolState state) {
        return state.slots().both().plan().orElseThrow().stop().best();
    }

    private SymbolState byRules(SymbolState state, String... prices) {
        SymbolState next = state;
        for (int i = 0; i < prices.length; i++) {
            MarkPrice price = new MarkPrice(SYMBOL, new BigDecimal(prices[i]), OPENED + 5 + i);
            next = ExitRules.decide(next, price, engine.around(SYMBOL).circumstances())
                    .state();
        }
        return next;
    }

    @Test
    void shouldRestOnceNothingHasChangedForTenSeconds() {
        SymbolState written = protectedAt100();
        Known symbol = known(written);
        settle(symbol, SECONDS_UNTIL_REST);
        symbol.state();
        assertThat(loads).isZero();

        settle(symbol, 1);
        symbol.state();
        assertThat(loads).isEqualTo(1);

        symbol.become(written, NOW);
        settle(symbol, SECONDS_UNTIL_REST);
        symbol.state();
        assertThat(loads).isEqualTo(1);
    }

    private static void settle(Known symbol, int seconds) {
        for (int i = 0; i < seconds; i++) {
            symbol.vitals(NOW);
            symbol.settle();
        }
    }

    @Test
    void shouldNotRestBeforeItIsWritten() {
        Known symbol = known(protectedAt100());
        symbol.awaitsWriting(null);

        symbol.restIfQuiet(NOW, engine);

        symbol.state();
        assertThat(loads).isZero();
    }

    @Test
    void shouldNotRestWhileAPositionIsUnprotected() {
        Known symbol = known(opened(Optional.empty(), Optional.empty()));

        symbol.restIfQuiet(NOW, engine);
        settle(symbol, SECONDS_UNTIL_REST + 1);

        symbol.state();
        assertThat(loads).isZero();
        assertThat(symbol.vitals(OPENED + 1).unprotected()).isEqualTo(1);
    }
}
