package io.exitbrain.domain.decision;

import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.PlanTerms;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/** Converts a living plan into its public view. */
public final class PlanView {

    private PlanView() {}

    /** The plan of {@code side}, which must have one, with its current stop. */
    public static ExitPlan of(String symbol, SideState side) {
        LivingPlan plan =
                side.plan().orElseThrow(() -> new IllegalArgumentException("no plan on " + side.positionSide()));
        Position position = side.position();
        Instrument instrument = plan.instrument();
        PlanTerms terms = plan.terms();
        return new ExitPlan(
                plan.identity().planId(),
                symbol,
                side.positionSide(),
                position.side(),
                plan.identity().origin(),
                terms.strategy(),
                terms.profile(),
                terms.regime(),
                terms.riskMode(),
                instrument.isKnown(),
                position.entry().map(instrument::shownPrice),
                instrument.shownQuantity(plan.identity().initialQuantity()),
                instrument.shownQuantity(position.quantity()),
                position.leverageOr(terms.stop().assumedLeverage()),
                position.leverage().isPresent(),
                terms.confidence(),
                new ExitPlan.StopLossView(priceOf(plan.stop().price(), instrument), terms.distance()),
                plan.ladder().legs().stream()
                        .map(leg -> leg(leg, position, terms, instrument))
                        .toList(),
                terms.trail()
                        .map(trail -> trail(trail, plan, position, instrument))
                        .orElse(ExitPlan.TrailView.OFF),
                stop(plan, instrument),
                plan.identity().strategyId(),
                plan.identity().sourceFillId(),
                plan.revision(),
                plan.identity().createdAt(),
                plan.updatedAt());
    }

    /** A plan that only exits a position without any known price has no stop price. */
    private static Optional<BigDecimal> priceOf(BigDecimal price, Instrument instrument) {
        return Optional.of(price).filter(known -> known.signum() > 0).map(instrument::shownPrice);
    }

    private static ExitPlan.LegView leg(Leg leg, Position position, PlanTerms terms, Instrument instrument) {
        return new ExitPlan.LegView(
                leg.index(),
                leg.target().inR(position.entryOrFail(), terms.distance()),
                instrument.shownPrice(leg.price()),
                leg.fraction(),
                instrument.shownQuantity(leg.quantity()),
                leg.execution(),
                leg.status());
    }

    private static ExitPlan.TrailView trail(Trail trail, LivingPlan plan, Position position, Instrument instrument) {
        return new ExitPlan.TrailView(
                true,
                trail.callback().asRatio(),
                trail.callback().asPrice(),
                trail.callback().asTicks(),
                Optional.of(trail.activation()
                        .ofEntry(position.entryOrFail(), plan.terms().distance())),
                plan.stop().activationPrice().map(instrument::shownPrice),
                BigDecimal.ONE,
                trail.tightening().stream().map(PlanView::tightening).toList());
    }

    private static ExitPlan.TighteningView tightening(Trail.Tightening step) {
        return new ExitPlan.TighteningView(
                step.at().asMultiple(),
                step.at().asRatio(),
                step.callback().asRatio(),
                step.callback().asPrice(),
                step.callback().asTicks());
    }

    private static ExitPlan.StopView stop(LivingPlan plan, Instrument instrument) {
        Confirmation confirmation = plan.sent().confirmation();
        return new ExitPlan.StopView(
                plan.stop().state(),
                priceOf(plan.stop().price(), instrument),
                priceOf(plan.stop().best(), instrument),
                plan.sent().version(),
                confirmation.price().map(instrument::shownPrice),
                confirmation.version());
    }
}
