package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.Ladder;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.PlanIdentity;
import io.exitbrain.domain.plan.PlanTerms;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.StopDistance;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.Require;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Makes the plan of a new position instance: rule 2. If planning fails, the position gets the fallback plan.
 *
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 */
final class Planner {

    private static final BigDecimal TP_BASE = new BigDecimal("0.03");
    private static final BigDecimal TP_CONFIDENCE = new BigDecimal("0.5");

    private final PlanRequest request;

    private Planner(PlanRequest request) {
        this.request = request;
    }

    static Planner.Planned plan(PlanRequest request) {
        Planner planner = new Planner(request);
        if (request.context().isEmergency()) {
            return planner.exitAtOnce(Reason.EMERGENCY, RuleId.EMERGENCY);
        }
        if (request.isBeyondProtection()) {
            return planner.exitAtOnce(Reason.RISK_FLOOR, RuleId.RISK_FLOOR);
        }
        return request.policy().enabled() ? planner.byProfileOrFallback() : planner.fallback(Optional.empty());
    }

    // Rule 2.9, the only catch of the domain: if a policy, a context or a number makes planning fail, the
    // fallback still protects the position in this step.
    private Planner.Planned byProfileOrFallback() {
        try {
            return byProfile();
        } catch (RuntimeException failure) {
            return fallback(Optional.of("planning failed: " + failure.getMessage()));
        }
    }

    private Planner.Planned byProfile() {
        Regime regime = request.regime();
        Optional<String> strategyId = request.context().strategyId();
        Profile profile = request.policy()
                .profileFor(request.symbol(), strategyId, regime)
                .orElseThrow(() -> new IllegalStateException("no profile is selected for symbol " + request.symbol()
                        + ", strategy " + strategyId.orElse("*") + ", regime " + regime));
        BigDecimal distance =
                request.floored(StopDistance.of(request.context(), request.riskMode(), regime, request.policy()));
        PriceLevels levels = request.levels(distance);
        Ladder ladder = Ladder.over(legs(profile), request.position().quantity(), levels);
        PlanTerms terms =
                terms(profile.strategy(), profile.name(), distance, Optional.of(trail(profile)), profile.maxHoldMs());
        return new Planner.Planned(
                plan(request.origin(), terms, ladder, FirstStop.of(request, terms, levels)),
                RuleId.PLANNED,
                Optional.empty(),
                Optional.empty());
    }

    private List<Leg> legs(Profile profile) {
        return profile.takeProfit().stream().map(this::leg).toList();
    }

    private Leg leg(Profile.TakeProfit leg) {
        // The ladder sets price and quantity; until then the leg has the entry price.
        return new Leg(
                1,
                scaled(leg.at()),
                request.position().entryOrFail(),
                leg.fraction(),
                BigDecimal.ZERO,
                leg.execution(),
                Leg.LegStatus.OPEN);
    }

    private Distance scaled(Distance at) {
        return request.context()
                .tpPct()
                .filter(tp -> request.confidence().compareTo(TP_CONFIDENCE) >= 0)
                .map(tp -> at.scaledBy(tp, TP_BASE))
                .orElse(at);
    }

    private Trail trail(Profile profile) {
        StopPolicy stop = request.policy().stop();
        Callback base = request.context()
                .trailPct()
                .<Callback>map(Callback.Ratio::new)
                .orElse(profile.trailing().callback());
        List<Trail.Tightening> tightening = profile.trailing().tightening().stream()
                .map(step -> new Trail.Tightening(step.at(), checked(stop.limited(step.callback()))))
                .toList();
        return new Trail(checked(stop.limited(base)), profile.trailing().activation(), tightening);
    }

    /** Rejects a callback in ticks without a tick size here, so that planning fails and not the first price. */
    private Callback checked(Callback callback) {
        Require.positive("callback", callback.behind(request.position().entryOrFail(), request.instrument()));
        return callback;
    }

    private Planner.Planned fallback(Optional<String> failure) {
        HybridLevels hybrid = HybridLevels.of(request);
        PriceLevels levels = request.levels(hybrid.distance());
        PlanTerms terms = terms("hybrid_tpsl", "HYBRID", hybrid.distance(), hybrid.trail(), Optional.empty());
        Ladder ladder = Ladder.over(hybrid.legs(levels), request.position().quantity(), levels);
        return new Planner.Planned(
                plan(Origin.FALLBACK, terms, ladder, FirstStop.of(request, terms, levels)),
                RuleId.FALLBACK,
                Optional.empty(),
                failure);
    }

    private Planner.Planned exitAtOnce(Reason reason, RuleId rule) {
        BigDecimal distance = request.floored(
                StopDistance.of(request.context(), RiskMode.NORMAL, request.regime(), request.policy()));
        PlanTerms terms = terms("emergency_exit", "EMERGENCY", distance, Optional.empty(), Optional.empty());
        LivingPlan plan = plan(request.origin(), terms, Ladder.NONE, FirstStop.ofExit(request, terms));
        return new Planner.Planned(plan, rule, Optional.of(reason), Optional.empty());
    }

    private PlanTerms terms(
            String strategy, String profile, BigDecimal distance, Optional<Trail> trail, Optional<Long> maxHoldMs) {
        return new PlanTerms(
                strategy,
                profile,
                request.regime(),
                request.riskMode(),
                request.confidence(),
                distance,
                trail,
                PlanTerms.StopTerms.of(request.policy().stop(), maxHoldMs));
    }

    private LivingPlan plan(Origin origin, PlanTerms terms, Ladder ladder, Stop stop) {
        PlanIdentity identity = new PlanIdentity(
                request.planId(),
                origin,
                request.position().quantity(),
                request.context().strategyId(),
                request.sourceFillId(),
                request.time());
        return new LivingPlan(
                identity, terms, ladder, stop, SentCommands.NONE, request.instrument(), 0, request.time());
    }

    /**
     * The result of the planner.
     *
     * @param exitAtOnce the reason to close the position at once; normally empty
     * @param failure the failure that made the planner use the fallback; empty if there was none
     */
    record Planned(LivingPlan plan, RuleId rule, Optional<Reason> exitAtOnce, Optional<String> failure) {}
}
