package io.exitbrain.topology.policy;

import io.exitbrain.domain.policy.ReportsUse;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.yaml.Range;
import io.exitbrain.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The {@code stop} section of a policy file. */
final class StopSection {

    private static final StopPolicy DEFAULT = StopPolicy.DEFAULT;
    private static final BigDecimal MAX_CALLBACK = new BigDecimal("0.5");

    private final YamlMap section;
    private final BigDecimal maxCallbackPct;

    StopSection(YamlMap section) {
        this.section = section.allowingOnly(Set.of(
                "default-pct",
                "min-pct",
                "max-pct",
                "max-callback-pct",
                "max-margin-loss",
                "min-distance-pct",
                "assumed-leverage",
                "liquidation-buffer",
                "min-step-pct",
                "break-even",
                "profit-lock",
                "max-price-age",
                "exit-retry",
                "confirm-within",
                "settle",
                "present",
                "reports"));
        this.maxCallbackPct = readMaxCallbackPct();
    }

    BigDecimal maxCallbackPct() {
        return maxCallbackPct;
    }

    private BigDecimal readMaxCallbackPct() {
        Optional<BigDecimal> callback = section.number("max-callback-pct", Range.RATIO);
        if (callback.filter(pct -> pct.compareTo(MAX_CALLBACK) > 0).isPresent()) {
            section.fault("max-callback-pct", "must be at most 0.5, was " + callback.get());
        }
        return callback.orElse(DEFAULT.maxCallbackPct());
    }

    StopPolicy policy() {
        StopPolicy policy = new StopPolicy(
                ratio("default-pct", DEFAULT.defaultPct()),
                ratio("min-pct", DEFAULT.minPct()),
                ratio("max-pct", DEFAULT.maxPct()),
                maxCallbackPct,
                maxMarginLoss(),
                ratio("min-distance-pct", DEFAULT.minDistancePct()),
                assumedLeverage(),
                liquidationBuffer(),
                section.number("min-step-pct", Range.RATIO_OR_ZERO).orElse(DEFAULT.minStepPct()),
                section.flag("break-even").orElse(DEFAULT.breakEven()),
                profitLock(),
                duration("max-price-age", DEFAULT.maxPriceAgeMs()),
                duration("exit-retry", DEFAULT.exitRetryMs()),
                duration("confirm-within", DEFAULT.confirmWithinMs()),
                duration("settle", DEFAULT.settleMs()),
                present(),
                reports());
        if (policy.minPct().compareTo(policy.maxPct()) > 0) {
            section.fault(
                    "min-pct",
                    "must not be above max-pct %s, was %s"
                            .formatted(
                                    policy.maxPct().toPlainString(),
                                    policy.minPct().toPlainString()));
        }
        return policy;
    }

    private BigDecimal ratio(String key, BigDecimal fallback) {
        return section.number(key, Range.RATIO).orElse(fallback);
    }

    private long duration(String key, long fallback) {
        return section.durationMs(key).orElse(fallback);
    }

    private Optional<BigDecimal> maxMarginLoss() {
        return section.isOff("max-margin-loss")
                ? Optional.empty()
                : section.number("max-margin-loss", Range.RATIO).or(DEFAULT::maxMarginLoss);
    }

    private Optional<BigDecimal> assumedLeverage() {
        return section.isOff("assumed-leverage")
                ? Optional.empty()
                : section.number("assumed-leverage", Range.LEVERAGE).or(DEFAULT::assumedLeverage);
    }

    private Optional<BigDecimal> liquidationBuffer() {
        return section.isOff("liquidation-buffer")
                ? Optional.empty()
                : section.number("liquidation-buffer", Range.RATIO).or(DEFAULT::liquidationBuffer);
    }

    private Optional<Long> present() {
        return section.isOff("present")
                ? Optional.empty()
                : section.durationMs("present").stream().boxed().findFirst().or(DEFAULT::presentMs);
    }

    private Optional<StopPolicy.ProfitLock> profitLock() {
        if (section.isOff("profit-lock")) {
            return Optional.empty();
        }
        YamlMap lock = section.map("profit-lock").allowingOnly(Set.of("above-margin-profit", "lock-pct"));
        StopPolicy.ProfitLock defaultLock = DEFAULT.profitLock().orElseThrow();
        return Optional.of(new StopPolicy.ProfitLock(
                lock.number("above-margin-profit", Range.RATIO).orElse(defaultLock.aboveMarginProfit()),
                lock.number("lock-pct", Range.RATIO).orElse(defaultLock.lockPct())));
    }

    private ReportsUse reports() {
        if (section.isOff("reports")) {
            return ReportsUse.OFF;
        }
        return section.isOn("reports")
                ? ReportsUse.ON
                : section.oneOf("reports", ReportsUse.class).orElse(DEFAULT.reports());
    }
}
