package io.exitbrain.domain.rules;

import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.Selection;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.policy.Trail;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies that differ from the default in one setting. */
final class Policies {

    private Policies() {}

    static Policy withMinStep(BigDecimal minStepPct) {
        return with(Optional.empty(), StopPolicy.DEFAULT.liquidationBuffer(), minStepPct);
    }

    static Policy assumingLeverage(String leverage) {
        StopPolicy stop = StopPolicy.DEFAULT;
        return with(Optional.of(new BigDecimal(leverage)), stop.liquidationBuffer(), stop.minStepPct());
    }

    static Policy withoutLiquidationGuard() {
        return with(Optional.empty(), Optional.empty(), StopPolicy.DEFAULT.minStepPct());
    }

    private static Policy with(
            Optional<BigDecimal> assumedLeverage, Optional<BigDecimal> liquidationBuffer, BigDecimal minStepPct) {
        return with(changed(
                StopPolicy.DEFAULT, assumedLeverage, liquidationBuffer, minStepPct, StopPolicy.DEFAULT.presentMs()));
    }

    static StopPolicy present(StopPolicy stop, Optional<Long> presentMs) {
        return changed(stop, stop.assumedLeverage(), stop.liquidationBuffer(), stop.minStepPct(), presentMs);
    }

    private static StopPolicy changed(
            StopPolicy stop,
            Optional<BigDecimal> assumedLeverage,
            Optional<BigDecimal> liquidationBuffer,
            BigDecimal minStepPct,
            Optional<Long> presentMs) {
        return new StopPolicy(
                stop.defaultPct(),
                stop.minPct(),
                stop.maxPct(),
                stop.maxCallbackPct(),
                stop.maxMarginLoss(),
                stop.minDistancePct(),
                assumedLeverage,
                liquidationBuffer,
                minStepPct,
                stop.breakEven(),
                stop.profitLock(),
                stop.maxPriceAgeMs(),
                stop.exitRetryMs(),
                stop.confirmWithinMs(),
                stop.settleMs(),
                presentMs,
                stop.reports());
    }

    static Policy with(StopPolicy stop) {
        Policy policy = Policy.DEFAULT;
        return new Policy(
                policy.enabled(),
                policy.mode(),
                stop,
                policy.riskModes(),
                policy.regimes(),
                policy.hybrid(),
                policy.profiles(),
                policy.select());
    }

    static Policy disabled() {
        Policy policy = Policy.DEFAULT;
        return new Policy(
                false,
                policy.mode(),
                policy.stop(),
                policy.riskModes(),
                policy.regimes(),
                policy.hybrid(),
                policy.profiles(),
                policy.select());
    }

    static Policy selectingNothing() {
        Policy policy = Policy.DEFAULT;
        return new Policy(
                true,
                policy.mode(),
                policy.stop(),
                policy.riskModes(),
                policy.regimes(),
                policy.hybrid(),
                policy.profiles(),
                List.of());
    }

    /** The policy that selects {@code profile} for every position. */
    static Policy running(Profile profile) {
        Policy policy = Policy.DEFAULT;
        Map<String, Profile> profiles = new HashMap<>(policy.profiles());
        profiles.put(profile.name(), profile);
        return new Policy(
                true,
                policy.mode(),
                policy.stop(),
                policy.riskModes(),
                policy.regimes(),
                policy.hybrid(),
                profiles,
                List.of(new Selection(Optional.empty(), Optional.empty(), Optional.empty(), profile.name())));
    }

    static Profile profile(Trail trail, Profile.TakeProfit... legs) {
        return new Profile("TEST", List.of(legs), trail, Optional.empty());
    }

    static Trail trail(Distance activation, Callback callback, Trail.Tightening... tightening) {
        return new Trail(callback, activation, List.of(tightening));
    }

    static Distance atR(String multiple) {
        return new Distance.InR(new BigDecimal(multiple));
    }

    static Distance atPct(String ratio) {
        return new Distance.OfEntry(new BigDecimal(ratio));
    }

    static Callback pct(String ratio) {
        return new Callback.Ratio(new BigDecimal(ratio));
    }
}
