package io.exitbrain.domain.policy;

import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the rules.
 *
 * @param enabled false = {@code hybrid_tpsl} for every new position
 * @param riskModes factors on the stop distance
 * @param regimes factors on the stop distance
 */
public record Policy(
        boolean enabled,
        Mode mode,
        StopPolicy stop,
        Map<RiskMode, BigDecimal> riskModes,
        Map<Regime, BigDecimal> regimes,
        Policy.Hybrid hybrid,
        Map<String, Profile> profiles,
        List<Selection> select) {

    /** The defaults of docs/rules.md. */
    public static final Policy DEFAULT = new Policy(
            true,
            Mode.LIVE,
            StopPolicy.DEFAULT,
            Map.of(
                    RiskMode.NORMAL, BigDecimal.ONE,
                    RiskMode.CONSERVATIVE, new BigDecimal("0.7"),
                    RiskMode.CRITICAL, new BigDecimal("0.5")),
            Map.of(
                    Regime.NORMAL, BigDecimal.ONE,
                    Regime.VOLATILE, new BigDecimal("1.5"),
                    Regime.TREND, new BigDecimal("0.8"),
                    Regime.RANGE, new BigDecimal("1.2"),
                    Regime.CHOP, BigDecimal.ONE),
            Policy.Hybrid.DEFAULT,
            DefaultProfiles.byName(),
            DefaultProfiles.selections());

    public Policy {
        riskModes = Map.copyOf(riskModes);
        regimes = Map.copyOf(regimes);
        profiles = Map.copyOf(profiles);
        select = List.copyOf(select);
    }

    /** The profile of the most specific matching selection; empty if no selection matches. */
    public Optional<Profile> profileFor(String symbol, Optional<String> strategyId, Regime regime) {
        return select.stream()
                .filter(selection -> selection.matches(symbol, strategyId, regime))
                .max(Comparator.comparingInt(Selection::specificity))
                .flatMap(selection -> Optional.ofNullable(profiles.get(selection.profile())));
    }

    /** Base levels of the fallback plan {@code hybrid_tpsl} (rule 2.9), as ratios of entry. */
    public record Hybrid(BigDecimal stopPct, BigDecimal takeProfitPct) {

        public static final Policy.Hybrid DEFAULT = new Policy.Hybrid(new BigDecimal("0.025"), new BigDecimal("0.05"));
    }
}
