package io.exitbrain.lab.measures;

import io.exitbrain.lab.statistics.KaplanMeier;
import io.exitbrain.lab.statistics.KaplanMeier.Span;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Optional;

/**
 * How soon the stop secures a profit.
 *
 * @param best the best result that the stop in force would have secured, R; only closed trades for which a
 *     stop was sent count
 * @param locked trades whose stop secured a profit, as a share of all; trades that are still open count
 * @param reachedOneR trades that were 1 R in profit, as a share of all; trades that are still open count
 * @param medianMs the time from 1 R of profit to the first secured profit by which half of the trades had one,
 *     milliseconds (Kaplan-Meier: a trade without one counts as waiting until its end). 0 if the profit was secured
 *     before. Empty if fewer than half had one
 */
public record ProfitLock(Sample best, Share locked, Share reachedOneR, Optional<Long> medianMs) {

    private static final double HALF = 0.5;

    static ProfitLock of(List<Trade> all, List<Trade> closed) {
        List<Trade> stopped = closed.stream()
                .filter(trade -> trade.path().locked().isPresent())
                .toList();
        return new ProfitLock(
                Sample.of(stopped, trade -> trade.path().locked().orElseThrow()),
                Share.of(all, trade -> trade.path().lockedAt().isPresent()),
                Share.of(all, trade -> trade.path().oneRAt().isPresent()),
                KaplanMeier.of(waits(all)).endedBy(HALF));
    }

    private static List<Span> waits(List<Trade> all) {
        return all.stream()
                .flatMap(trade -> trade.path().oneRAt().map(from -> wait(trade, from)).stream())
                .toList();
    }

    private static Span wait(Trade trade, long from) {
        Optional<Long> lockedAt = trade.path().lockedAt();
        long to = lockedAt.orElse(trade.ending().time());
        return new Span(Math.max(0, to - from), lockedAt.isPresent());
    }
}
