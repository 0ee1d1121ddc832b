package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes the plan of a new position instance: rule 2. Whatever goes wrong inside, a position gets a plan. */
final class Planner {

    private static final BigDecimal TP_BASE = new BigDecimal("0.03");
    private static final BigDecimal TP_CONFIDENCE = new BigDecimal("0.5");

    private final PlanRequest request;

    private Planner(PlanRequest request) {
        this.request = request;
    }

    static Planned plan(PlanRequest request) {
        Planner planner = new Planner(request);
        if (request.context().isEmergency()) {
            return planner.exitAtOnce(Reason.EMERGENCY, Rule.EMERGENCY);
        }
        if (request.isBeyondProtection()) {
            return planner.exitAtOnce(Reason.RISK_FLOOR, Rule.RISK_FLOOR);
        }
        return request.policy().enabled() ? planner.byProfileOrFallback() : planner.fallback(Optional.empty());
    }

    // The planner's door: whatever a policy, a context or a number does to the planning, the position is protected in
    // this step.
    private Planned byProfileOrFallback() {
        try {
            return byProfile();
        } catch (RuntimeException failure) {
            return fallback(Optional.of("planning failed: " + failure.getMessage()));
        }
    }

    private Planned byProfile() {
        Regime regime = request.regime();
        Optional<String> strategyId = request.context().strategyId();
        Profile profile = request.policy()
                .profileFor(request.symbol(), strategyId, regime)
                .orElseThrow(() -> new IllegalStateException("no profile is selected for symbol " + request.symbol()
                        + ", strategy " + strategyId.orElse("*") + ", regime " + regime));
        BigDecimal distance =
                request.floored(StopDistance.of(request.context(), request.riskMode(), regime, request.policy()));
        Levels levels = request.levels(distance);
        Ladder ladder = Ladder.over(legs(profile), request.position().quantity(), levels);
        Terms terms =
                terms(profile.strategy(), profile.name(), distance, Optional.of(trail(profile)), profile.maxHoldMs());
        return new Planned(
                plan(request.origin(), terms, ladder, levels), Rule.PLANNED, Optional.empty(), Optional.empty());
    }

    private List<Leg> legs(Profile profile) {
        return profile.takeProfit().stream().map(this::leg).toList();
    }

    private Leg leg(ProfileLeg leg) {
        // priced and sized by the ladder; until then at the entry
        return new Leg(
                1,
                scaled(leg.at()),
                request.position().entryOrFail(),
                leg.fraction(),
                BigDecimal.ZERO,
                leg.execution(),
                LegStatus.OPEN);
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
        List<Tightening> tightening = profile.trailing().tightening().stream()
                .map(step -> new Tightening(step.at(), checked(stop.limited(step.callback()))))
                .toList();
        return new Trail(checked(stop.limited(base)), profile.trailing().activation(), tightening);
    }

    /** A callback in ticks without a tick size is found out here and not at the first price. */
    private Callback checked(Callback callback) {
        Require.positive("callback", callback.behind(request.position().entryOrFail(), request.instrument()));
        return callback;
    }

    private Planned fallback(Optional<String> failure) {
        HybridLevels hybrid = HybridLevels.of(request);
        Levels levels = request.levels(hybrid.distance());
        Terms terms = terms("hybrid_tpsl", "HYBRID", hybrid.distance(), hybrid.trail(), Optional.empty());
        Ladder ladder = Ladder.over(hybrid.legs(levels), request.position().quantity(), levels);
        return new Planned(plan(Origin.FALLBACK, terms, ladder, levels), Rule.FALLBACK, Optional.empty(), failure);
    }

    private Planned exitAtOnce(Reason reason, Rule rule) {
        BigDecimal distance = request.floored(
                StopDistance.of(request.context(), RiskMode.NORMAL, request.regime(), request.policy()));
        Terms terms = terms("emergency_exit", "EMERGENCY", distance, Optional.empty(), Optional.empty());
        LivingPlan plan = plan(request.origin(), terms, Ladder.NONE, request.levels(distance));
        return new Planned(plan, rule, Optional.of(reason), Optional.empty());
    }

    private Terms terms(
            String strategy, String profile, BigDecimal distance, Optional<Trail> trail, Optional<Long> maxHoldMs) {
        return new Terms(
                strategy,
                profile,
                request.regime(),
                request.riskMode(),
                request.confidence(),
                distance,
                trail,
                request.policy().stop().termsWith(maxHoldMs));
    }

    private LivingPlan plan(Origin origin, Terms terms, Ladder ladder, Levels levels) {
        Identity identity = new Identity(
                request.planId(),
                origin,
                request.position().quantity(),
                request.context().strategyId(),
                request.sourceFillId(),
                request.time());
        return new LivingPlan(
                identity,
                terms,
                ladder,
                firstStop(terms, levels),
                Orders.NONE,
                request.instrument(),
                0,
                request.time());
    }

    /** The stop a plan begins with; a trail with activation 0 is armed from the start (rule 3.2). */
    private Stop firstStop(Terms terms, Levels levels) {
        BigDecimal loss = levels.stopAtLoss(terms.distance());
        Require.positive("stop price", loss);
        Stop watching = new Stop(
                StopState.WATCHING,
                loss,
                levels.entry(),
                loss,
                terms.trail().map(trail -> levels.target(trail.activation())),
                false,
                request.origin() == Origin.ORPHAN);
        boolean armed = terms.trail()
                .filter(trail -> levels.away(trail.activation()).signum() == 0)
                .isPresent();
        return armed ? Trailing.armed(watching, terms, levels, levels.entry()) : watching;
    }
}
