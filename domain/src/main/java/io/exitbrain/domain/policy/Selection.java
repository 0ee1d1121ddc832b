package io.exitbrain.domain.policy;

import io.exitbrain.domain.value.Regime;
import java.util.Optional;

/** Selects a profile by symbol, strategy and regime; empty = any. The most specific match wins: symbol, then strategy, then regime. */
public record Selection(Optional<String> symbol, Optional<String> strategy, Optional<Regime> regime, String profile) {

    boolean matches(String symbol, Optional<String> strategyId, Regime regime) {
        return this.symbol.map(symbol::equals).orElse(true)
                && this.strategy
                        .map(wanted -> strategyId.filter(wanted::equals).isPresent())
                        .orElse(true)
                && this.regime.map(wanted -> wanted == regime).orElse(true);
    }

    int specificity() {
        return (symbol.isPresent() ? 4 : 0) + (strategy.isPresent() ? 2 : 0) + (regime.isPresent() ? 1 : 0);
    }

    /** Whether {@code other} has the same symbol, strategy and regime. */
    public boolean selectsTheSameAs(Selection other) {
        return symbol.equals(other.symbol) && strategy.equals(other.strategy) && regime.equals(other.regime);
    }
}
