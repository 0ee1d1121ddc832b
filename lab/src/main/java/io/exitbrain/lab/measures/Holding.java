package io.exitbrain.lab.measures;

import io.exitbrain.lab.statistics.KaplanMeier;
import io.exitbrain.lab.statistics.KaplanMeier.Span;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Optional;

/**
 * How long trades are open. Trades that are still open count as open for at least as long as they were seen
 * (Kaplan-Meier).
 *
 * @param medianMs by when half was closed, milliseconds; empty if fewer were seen to close
 * @param p90Ms by when 90 % were closed, milliseconds; empty if fewer were seen to close
 * @param curve the share that is open longer than a time in milliseconds
 */
public record Holding(Optional<Long> medianMs, Optional<Long> p90Ms, KaplanMeier curve) {

    private static final double HALF = 0.5;
    private static final double MOST = 0.9;

    static Holding of(List<Trade> all) {
        KaplanMeier curve = KaplanMeier.of(all.stream()
                .map(trade -> new Span(trade.heldMs(), !trade.ending().isCensored()))
                .toList());
        return new Holding(curve.endedBy(HALF), curve.endedBy(MOST), curve);
    }
}
