package io.exitbrain.lab.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.Selection;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.policy.Trail;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A whole policy as the tree of a policy file: every number is there, also those that are defaults. */
final class PolicyTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String OFF = "off";

    private PolicyTree() {}

    /** Reading the tree as a policy file gives {@code policy} again. */
    static ObjectNode of(Policy policy) {
        ObjectNode tree = NODES.objectNode();
        tree.set("exit-brain", brain(policy));
        tree.set("stop", stop(policy.stop()));
        tree.set("risk-modes", factors(policy.riskModes()));
        tree.set("regimes", factors(policy.regimes()));
        tree.set("hybrid", hybrid(policy.hybrid()));
        ObjectNode profiles = NODES.objectNode();
        new TreeMap<>(policy.profiles()).forEach((name, profile) -> profiles.set(name, profile(profile)));
        tree.set("profiles", profiles);
        ArrayNode select = NODES.arrayNode();
        policy.select().forEach(selection -> select.add(selection(selection)));
        tree.set("select", select);
        return tree;
    }

    private static ObjectNode brain(Policy policy) {
        ObjectNode brain = NODES.objectNode();
        brain.put("enabled", policy.enabled());
        brain.put("mode", policy.mode().name().toLowerCase(Locale.ROOT));
        return brain;
    }

    private static ObjectNode stop(StopPolicy stop) {
        ObjectNode node = NODES.objectNode();
        node.set("default-pct", number(stop.defaultPct()));
        node.set("min-pct", number(stop.minPct()));
        node.set("max-pct", number(stop.maxPct()));
        node.set("max-callback-pct", number(stop.maxCallbackPct()));
        node.set("max-margin-loss", orOff(stop.maxMarginLoss()));
        node.set("min-distance-pct", number(stop.minDistancePct()));
        node.set("assumed-leverage", orOff(stop.assumedLeverage()));
        node.set("liquidation-buffer", orOff(stop.liquidationBuffer()));
        node.set("min-step-pct", number(stop.minStepPct()));
        node.put("break-even", stop.breakEven());
        node.set("profit-lock", stop.profitLock().map(PolicyTree::lock).orElse(NODES.textNode(OFF)));
        pace(stop, node);
        return node;
    }

    private static void pace(StopPolicy stop, ObjectNode node) {
        node.put("max-price-age", duration(stop.maxPriceAgeMs()));
        node.put("exit-retry", duration(stop.exitRetryMs()));
        node.put("confirm-within", duration(stop.confirmWithinMs()));
        node.put("settle", duration(stop.settleMs()));
        node.put("present", stop.presentMs().map(PolicyTree::duration).orElse(OFF));
        node.put("reports", stop.reports().name().toLowerCase(Locale.ROOT));
    }

    /** In the largest unit that gives a whole number. */
    private static String duration(long milliseconds) {
        if (milliseconds % 1_000 != 0) {
            return milliseconds + "ms";
        }
        long seconds = milliseconds / 1_000;
        if (seconds % 60 != 0 || seconds == 0) {
            return seconds + "s";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
    }

    private static JsonNode lock(StopPolicy.ProfitLock lock) {
        ObjectNode node = NODES.objectNode();
        node.set("above-margin-profit", number(lock.aboveMarginProfit()));
        node.set("lock-pct", number(lock.lockPct()));
        return node;
    }

    private static JsonNode number(BigDecimal number) {
        return NODES.textNode(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static JsonNode orOff(Optional<BigDecimal> number) {
        return number.map(PolicyTree::number).orElse(NODES.textNode(OFF));
    }

    private static <K extends Enum<K>> ObjectNode factors(Map<K, BigDecimal> factors) {
        ObjectNode node = NODES.objectNode();
        new TreeMap<>(factors).forEach((key, factor) -> node.set(key.name(), number(factor)));
        return node;
    }

    private static ObjectNode hybrid(Policy.Hybrid hybrid) {
        ObjectNode node = NODES.objectNode();
        node.set("stop-pct", number(hybrid.stopPct()));
        node.set("take-profit-pct", number(hybrid.takeProfitPct()));
        return node;
    }

    private static ObjectNode profile(Profile profile) {
        ObjectNode node = NODES.objectNode();
        ArrayNode legs = NODES.arrayNode();
        for (Profile.TakeProfit leg : profile.takeProfit()) {
            ObjectNode entry = distance(leg.at());
            entry.set("fraction", number(leg.fraction()));
            entry.put("execution", leg.execution().name());
            legs.add(entry);
        }
        node.set("take-profit", legs);
        node.set("trailing", trailing(profile.trailing()));
        profile.maxHoldMs().ifPresent(hold -> node.put("max-hold", duration(hold)));
        return node;
    }

    private static ObjectNode trailing(Trail trail) {
        ObjectNode node = NODES.objectNode();
        node.set("activate", distance(trail.activation()));
        callback(node, trail.callback());
        ArrayNode steps = NODES.arrayNode();
        for (Trail.Tightening step : trail.tightening()) {
            ObjectNode entry = distance(step.at());
            callback(entry, step.callback());
            steps.add(entry);
        }
        node.set("tighten", steps);
        return node;
    }

    private static ObjectNode distance(Distance at) {
        ObjectNode node = NODES.objectNode();
        at.asMultiple().ifPresent(multiple -> node.set("at-r", number(multiple)));
        at.asRatio().ifPresent(ratio -> node.set("at-pct", number(ratio)));
        if (at instanceof Distance.InPrice price) {
            node.set("at-price", number(price.distance()));
        }
        return node;
    }

    private static void callback(ObjectNode node, Callback callback) {
        callback.asRatio().ifPresent(ratio -> node.set("callback-pct", number(ratio)));
        callback.asPrice().ifPresent(price -> node.set("callback-price", number(price)));
        callback.asTicks().ifPresent(ticks -> node.set("callback-ticks", number(ticks)));
    }

    private static ObjectNode selection(Selection selection) {
        ObjectNode node = NODES.objectNode();
        selection.symbol().ifPresent(symbol -> node.put("symbol", symbol));
        selection.strategy().ifPresent(strategy -> node.put("strategy", strategy));
        node.put("regime", selection.regime().map(Enum::name).orElse("*"));
        node.put("profile", selection.profile());
        return node;
    }
}
