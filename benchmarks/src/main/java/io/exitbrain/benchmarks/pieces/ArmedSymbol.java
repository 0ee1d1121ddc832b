package io.exitbrain.benchmarks.pieces;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A symbol with a long position and an armed trail. */
final class ArmedSymbol {

    static final DecisionContext CONTEXT = new DecisionContext(Policy.DEFAULT, Instrument.UNKNOWN, ExitContext.NONE);

    private static final String NAME = "S123USDT";
    private static final long OPENED = 1_764_000_000_000L;
    private static final BigDecimal LEVERAGE = new BigDecimal("3");

    private ArmedSymbol() {}

    static SymbolState state() {
        Snapshot opening = new Snapshot(
                NAME,
                PositionSide.BOTH,
                BigDecimal.ONE,
                Optional.of(new BigDecimal("100")),
                Optional.of(new BigDecimal("103")),
                Optional.of(LEVERAGE),
                OPENED);
        return ExitRules.onPositions(SymbolState.unknown(NAME), opening, List.of(), CONTEXT)
                .state();
    }

    static MarkPrice priceAt(String price) {
        return new MarkPrice(NAME, new BigDecimal(price), OPENED + 1);
    }
}
