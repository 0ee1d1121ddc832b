package io.exitbrain.lab.guard;

import io.exitbrain.lab.measures.TradeDays;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which trades may be looked at to choose (in-sample), and which are locked away for the one that was chosen (holdout).
 * Trades that were opened shortly before the holdout are in neither, because they may have ended in it.
 *
 * @param inSampleDays how many days with an opening choose
 * @param embargoedDays how many days with an opening are partly or wholly in neither
 * @param holdoutDays how many days with an opening are locked away
 * @param holdoutFrom the first locked day; empty without a holdout
 * @param inSampleUntil trades that were opened before it choose; empty without a holdout: all choose
 */
public record HoldoutSplit(
        int inSampleDays,
        int embargoedDays,
        int holdoutDays,
        Optional<LocalDate> holdoutFrom,
        Optional<Instant> inSampleUntil) {

    /**
     * Locks the last share of the days with an opening, rounded to whole days.
     *
     * @param trades of any policy, all have the same openings
     */
    public static HoldoutSplit of(List<Trade> trades, GuardSettings settings) {
        List<LocalDate> days = TradeDays.of(trades).days();
        int locked = (int) Math.round(days.size() * settings.holdout());
        if (locked == 0) {
            return new HoldoutSplit(days.size(), 0, 0, Optional.empty(), Optional.empty());
        }
        LocalDate from = days.get(days.size() - locked);
        Instant until = start(from).minus(settings.embargo());
        int inSample = (int) days.stream()
                .filter(day -> !start(day.plusDays(1)).isAfter(until))
                .count();
        return new HoldoutSplit(
                inSample, days.size() - locked - inSample, locked, Optional.of(from), Optional.of(until));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The trades that may be looked at for every policy. All numbers of a report come from them. */
    public PolicyTrades inSample(PolicyTrades policy) {
        return with(policy, policy.trades().stream().filter(this::isInSample).toList());
    }

    /** The locked trades. Each look at them belongs into the ledger. */
    public PolicyTrades holdout(PolicyTrades policy) {
        return with(policy, policy.trades().stream().filter(this::isLocked).toList());
    }

    private static PolicyTrades with(PolicyTrades policy, List<Trade> trades) {
        return new PolicyTrades(policy.policy(), policy.isReference(), trades);
    }

    private boolean isInSample(Trade trade) {
        return inSampleUntil.isEmpty() || openedAt(trade).isBefore(inSampleUntil.get());
    }

    private boolean isLocked(Trade trade) {
        return holdoutFrom
                .filter(from -> !openedAt(trade).isBefore(start(from)))
                .isPresent();
    }

    private static Instant openedAt(Trade trade) {
        return Instant.ofEpochMilli(trade.opening().time());
    }
}
