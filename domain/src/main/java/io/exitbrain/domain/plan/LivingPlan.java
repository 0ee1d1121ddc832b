package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Side;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The plan of an open position instance, with all state that must survive a crash.
 *
 * @param instrument the filters that rounded its prices and quantities, refreshed at each revision
 * @param revision grows by 1 with each emission of the plan
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

    /** The price levels from {@code position}'s entry and the plan's own stop distance. */
    public PriceLevels levels(Position position) {
        return new PriceLevels(position.side(), position.entryOrFail(), terms.distance(), instrument);
    }

    /** The stop price at the executor: the last sent price, or the wanted price before the first command. */
    public BigDecimal standingPrice() {
        return sent.stop().map(SentCommands.SentStop::price).orElse(stop.price());
    }

    /** The smallest improvement over the standing stop that is sent, if only the trail moved the stop. */
    public BigDecimal minMove() {
        return standingPrice().multiply(terms.stop().minStepPct()).max(instrument.tickSize());
    }

    /** Whether the trail's stop {@code price} improves the standing stop by at least the smallest move that is sent. */
    public boolean isWorthSending(BigDecimal price, Side side) {
        BigDecimal gain = side.sign(price.subtract(standingPrice()));
        return gain.signum() > 0 && gain.compareTo(minMove()) >= 0;
    }

    /** Whether a MOVE of the trail is withheld, because it came of history: the standing stop lags by enough to send one. */
    public boolean withholdsMove(Side side) {
        return !stop.isTriggered() && isWorthSending(stop.price(), side);
    }

    /** Whether {@code known} are other filters than those of this plan, by value. Filters that are removed change nothing. */
    public boolean isNew(Instrument known) {
        return known.isKnown() && !known.isSameAs(instrument);
    }

    /** Whether the wanted stop is not known to stand at the exchange. */
    public boolean isAlarmed() {
        return sent.confirmation().alarmSince() != Times.NEVER;
    }

    /** The risk floor for {@code position}, as a stop distance; empty if the plan has none. */
    public Optional<BigDecimal> riskFloor(Position position) {
        BigDecimal leverage = position.leverageOr(terms.stop().assumedLeverage());
        return terms.stop()
                .maxMarginLoss()
                .map(share -> StopDistance.floor(share, leverage, position.side(), instrument.inverse()));
    }
}
