package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The plan of a living position instance, with everything that must survive a crash.
 *
 * @param instrument the filters its prices and quantities were rounded with, refreshed at each revision
 * @param revision grows with each emission of the plan
 * @param updatedAt time of the newest revision, epoch milliseconds
 */
public record LivingPlan(
        Identity identity,
        Terms terms,
        Ladder ladder,
        Stop stop,
        Orders orders,
        Instrument instrument,
        int revision,
        long updatedAt) {

    LivingPlan with(Identity identity) {
        return new LivingPlan(identity, terms, ladder, stop, orders, instrument, revision, updatedAt);
    }

    LivingPlan with(Ladder ladder) {
        return new LivingPlan(identity, terms, ladder, stop, orders, instrument, revision, updatedAt);
    }

    LivingPlan with(Stop stop) {
        return new LivingPlan(identity, terms, ladder, stop, orders, instrument, revision, updatedAt);
    }

    LivingPlan with(Orders orders) {
        return new LivingPlan(identity, terms, ladder, stop, orders, instrument, revision, updatedAt);
    }

    LivingPlan with(Instrument instrument) {
        return new LivingPlan(identity, terms, ladder, stop, orders, instrument, revision, updatedAt);
    }

    LivingPlan revisedAt(long time) {
        return new LivingPlan(identity, terms, ladder, stop, orders, instrument, revision + 1, time);
    }

    /** Prices from {@code position}'s entry with the plan's own stop distance. */
    Levels levels(Position position) {
        return new Levels(position.side(), position.entryOrFail(), terms.distance(), instrument);
    }

    /** The stop price the executor works with: the last one sent, or the wanted one before any was. */
    BigDecimal standingPrice() {
        return orders.stop().map(SentStop::price).orElse(stop.price());
    }

    /** By how much a stop must be better than the standing one to be sent, unless there is more than the trail to it. */
    BigDecimal leastMove() {
        return standingPrice().multiply(terms.stop().minStepPct()).max(instrument.tickSize());
    }

    /** Whether no wanted stop is known to stand. */
    public boolean isAlarmed() {
        return orders.confirmation().alarmSince() != Times.NEVER;
    }

    /** The margin share at risk as a stop distance for {@code leverage}; empty without a risk floor. */
    Optional<BigDecimal> riskFloor(BigDecimal leverage) {
        return terms.stop().maxMarginLoss().map(share -> StopDistance.floor(share, leverage));
    }
}
