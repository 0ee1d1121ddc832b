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

/** Shows a living plan to the world. */
public final class PlanView {

    private PlanView() {}

    /** The plan in {@code slot}, which has one, with the live stop. */
    public static ExitPlan of(String symbol, SideState slot) {
        LivingPlan plan =
                slot.plan().orElseThrow(() -> new IllegalArgumentException("no plan on " + slot.positionSide()));
        Position position = slot.position();
        Instrument shown = plan.instrument();
        PlanTerms terms = plan.terms();
        return new ExitPlan(
                plan.identity().planId(),
                symbol,
                slot.positionSide(),
                position.side(),
                plan.identity().origin(),
                terms.strategy(),
                terms.profile(),
                terms.regime(),
                terms.riskMode(),
                shown.isKnown(),
                shown.shownPrice(position.entryOrFail()),
                shown.shownQuantity(plan.identity().initialQuantity()),
                shown.shownQuantity(position.quantity()),
                position.leverageOrOne(),
                position.leverage().isPresent(),
                terms.confidence(),
                new ExitPlan.StopLossView(shown.shownPrice(plan.stop().lossPrice()), terms.distance()),
                plan.ladder().legs().stream()
                        .map(leg -> leg(leg, position, terms, shown))
                        .toList(),
                terms.trail().map(trail -> trail(trail, plan, position, shown)).orElse(ExitPlan.TrailView.OFF),
                stop(plan, shown),
                plan.identity().strategyId(),
                plan.identity().sourceFillId(),
                plan.revision(),
                plan.identity().createdAt(),
                plan.updatedAt());
    }

    private static ExitPlan.LegView leg(Leg leg, Position position, PlanTerms terms, Instrument shown) {
        return new ExitPlan.LegView(
                leg.index(),
                leg.target().inR(position.entryOrFail(), terms.distance()),
                shown.shownPrice(leg.price()),
                leg.fraction(),
                shown.shownQuantity(leg.quantity()),
                leg.execution(),
                leg.status());
    }

    private static ExitPlan.TrailView trail(Trail trail, LivingPlan plan, Position position, Instrument shown) {
        return new ExitPlan.TrailView(
                true,
                trail.callback().asRatio(),
                trail.callback().asPrice(),
                trail.callback().asTicks(),
                Optional.of(trail.activation()
                        .ofEntry(position.entryOrFail(), plan.terms().distance())),
                plan.stop().activationPrice().map(shown::shownPrice),
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

    private static ExitPlan.StopView stop(LivingPlan plan, Instrument shown) {
        Confirmation confirmation = plan.sent().confirmation();
        return new ExitPlan.StopView(
                plan.stop().state(),
                shown.shownPrice(plan.stop().price()),
                shown.shownPrice(plan.stop().best()),
                plan.sent().version(),
                confirmation.price().map(shown::shownPrice),
                confirmation.version());
    }
}
