package io.exitbrain.lab.policydiff;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Selection;
import io.exitbrain.domain.policy.StopPolicy;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every number of a policy by its path in the policy file, with its value as it is written there. */
final class Settings {

    private static final String OFF = "off";

    private final Map<String, String> byPath = new LinkedHashMap<>();

    private Settings() {}

    static Map<String, String> of(Policy policy) {
        Settings settings = new Settings();
        settings.put("exit-brain.enabled", policy.enabled());
        settings.put("exit-brain.mode", policy.mode().name().toLowerCase(Locale.ROOT));
        settings.stop(policy.stop());
        new TreeMap<>(policy.riskModes()).forEach((mode, factor) -> settings.put("risk-modes." + mode, factor));
        new TreeMap<>(policy.regimes()).forEach((regime, factor) -> settings.put("regimes." + regime, factor));
        settings.put("hybrid.stop-pct", policy.hybrid().stopPct());
        settings.put("hybrid.take-profit-pct", policy.hybrid().takeProfitPct());
        new TreeMap<>(policy.profiles())
                .forEach((name, profile) ->
                        ProfileSettings.of(profile).forEach((key, value) -> settings.put(path(name, key), value)));
        policy.select().forEach(selection -> settings.put(path(selection), selection.profile()));
        return Collections.unmodifiableMap(settings.byPath);
    }

    private static String path(String profile, String key) {
        return "profiles." + profile + "." + key;
    }

    private static String path(Selection selection) {
        return "select {symbol: %s, strategy: %s, regime: %s}"
                .formatted(
                        selection.symbol().orElse("*"),
                        selection.strategy().orElse("*"),
                        selection.regime().map(Enum::name).orElse("*"));
    }

    private void stop(StopPolicy stop) {
        put("stop.default-pct", stop.defaultPct());
        put("stop.min-pct", stop.minPct());
        put("stop.max-pct", stop.maxPct());
        put("stop.max-callback-pct", stop.maxCallbackPct());
        put("stop.max-margin-loss", stop.maxMarginLoss());
        put("stop.min-distance-pct", stop.minDistancePct());
        put("stop.assumed-leverage", stop.assumedLeverage());
        put("stop.liquidation-buffer", stop.liquidationBuffer());
        put("stop.min-step-pct", stop.minStepPct());
        put("stop.break-even", stop.breakEven());
        put("stop.profit-lock", stop.profitLock().map(Settings::text).orElse(OFF));
        pace(stop);
    }

    private void pace(StopPolicy stop) {
        put("stop.max-price-age", text(stop.maxPriceAgeMs()));
        put("stop.exit-retry", text(stop.exitRetryMs()));
        put("stop.confirm-within", text(stop.confirmWithinMs()));
        put("stop.settle", text(stop.settleMs()));
        put("stop.present", stop.presentMs().map(Settings::text).orElse(OFF));
        put("stop.reports", stop.reports().name().toLowerCase(Locale.ROOT));
    }

    private static String text(StopPolicy.ProfitLock lock) {
        return "{above-margin-profit: %s, lock-pct: %s}"
                .formatted(text(lock.aboveMarginProfit()), text(lock.lockPct()));
    }

    /** A duration as the policy file has it, in its largest whole unit. */
    static String text(long milliseconds) {
        if (milliseconds % 1_000 != 0) {
            return milliseconds + "ms";
        }
        long seconds = milliseconds / 1_000;
        if (seconds % 60 != 0 || seconds == 0) {
            return seconds + "s";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
    }

    /** A number without trailing zeros: 0.10 and 0.1 are the same setting. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void put(String path, boolean flag) {
        byPath.put(path, String.valueOf(flag));
    }

    private void put(String path, String value) {
        byPath.put(path, value);
    }

    private void put(String path, BigDecimal number) {
        byPath.put(path, text(number));
    }

    private void put(String path, Optional<BigDecimal> number) {
        byPath.put(path, number.map(Settings::text).orElse(OFF));
    }
}
