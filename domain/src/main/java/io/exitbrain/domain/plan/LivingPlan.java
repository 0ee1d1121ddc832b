package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Times;
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
        PlanIdentity identity,
        PlanTerms terms,
        Ladder ladder,
        Stop stop,
        SentCommands sent,
        Instrument instrument,
        int revision,
        long updatedAt) {

    public LivingPlan with(PlanIdentity identity) {
        return new LivingPlan(identity, terms, ladder, stop, sent, instrument, revision, updatedAt);
    }

    public LivingPlan with(Ladder ladder) {
        return new LivingPlan(identity, terms, ladder, stop, sent, instrument, revision, updatedAt);
    }

    public LivingPlan with(Stop stop) {
        return new LivingPlan(identity, terms, ladder, stop, sent, instrument, revision, updatedAt);
    }

    public LivingPlan with(SentCommands sent) {
        return new LivingPlan(identity, terms, ladder, stop, sent, instrument, revision, updatedAt);
    }

    public LivingPlan with(Instrument instrument) {
        return new LivingPlan(identity, terms, ladder, stop, sent, instrument, revision, updatedAt);
    }

    public LivingPlan revisedAt(long time) {
        return new LivingPlan(identity, terms, ladder, stop, sent, instrument, revision + 1, time);
    }

    /** Prices from {@code position}'s entry with the plan's own stop distance. */
    public PriceLevels levels(Position position) {
        return new PriceLevels(position.side(), position.entryOrFail(), terms.distance(), instrument);
    }

    /** The stop price the executor works with: the last one sent, or the wanted one before any was. */
    public BigDecimal standingPrice() {
        return sent.stop().map(SentCommands.SentStop::price).orElse(stop.price());
    }

    /** By how much a stop must be better than the standing one to be sent, unless there is more than the trail to it. */
    public BigDecimal leastMove() {
        return standingPrice().multiply(terms.stop().minStepPct()).max(instrument.tickSize());
    }

    /** Whether no wanted stop is known to stand. */
    public boolean isAlarmed() {
        return sent.confirmation().alarmSince() != Times.NEVER;
    }

    /** The margin share at risk as a stop distance for {@code leverage}; empty without a risk floor. */
    public Optional<BigDecimal> riskFloor(BigDecimal leverage) {
        return terms.stop().maxMarginLoss().map(share -> StopDistance.floor(share, leverage));
    }
}
