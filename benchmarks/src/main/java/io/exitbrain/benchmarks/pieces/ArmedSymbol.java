package io.exitbrain.benchmarks.pieces;

import io.exitbrain.domain.Circumstances;
import io.exitbrain.domain.Context;
import io.exitbrain.domain.ExitRules;
import io.exitbrain.domain.Instrument;
import io.exitbrain.domain.MarkPrice;
import io.exitbrain.domain.Policy;
import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Snapshot;
import io.exitbrain.domain.SymbolState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A symbol with a long position and an armed trail. */
final class ArmedSymbol {

    static final Circumstances AROUND = new Circumstances(Policy.DEFAULT, Instrument.UNKNOWN, Context.NONE);

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
                OPENED,
                List.of());
        return ExitRules.decide(SymbolState.unknown(NAME), opening, AROUND).state();
    }

    static MarkPrice priceAt(String price) {
        return new MarkPrice(NAME, new BigDecimal(price), OPENED + 1);
    }
}
