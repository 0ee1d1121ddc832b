package io.exitbrain.acceptance.audit;

import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.ReportsUse;
import io.exitbrain.domain.policy.Selection;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Policies within the ranges of docs/policy.md, made component by component: a component of {@link Policy}, or of a record in it, that has
 * no generator here fails the test that asks for a policy. So a new setting cannot be left out of the comparison of the lanes.
 */
final class RandomPolicy {

    private static final long SECOND = 1_000;

    private final Random random;
    private final Map<String, Supplier<?>> generators = new HashMap<>();

    private RandomPolicy(Random random) {
        this.random = random;
        policy();
        stop();
        profile();
    }

    static Policy of(long seed) {
        return new RandomPolicy(new Random(seed)).make(Policy.class);
    }

    private void policy() {
        generators.put("Policy.enabled", () -> random.nextInt(8) > 0);
        generators.put("Policy.mode", () -> Mode.LIVE);
        generators.put("Policy.stop", () -> make(StopPolicy.class));
        generators.put("Policy.riskModes", () -> factors(RiskMode.class));
        generators.put("Policy.regimes", () -> factors(Regime.class));
        generators.put("Policy.hybrid", () -> make(Policy.Hybrid.class));
        generators.put("Policy.profiles", this::profiles);
        generators.put("Policy.select", this::selections);
        generators.put("Hybrid.stopPct", () -> ratio(5, 60));
        generators.put("Hybrid.takeProfitPct", () -> ratio(5, 120));
    }

    private void stop() {
        generators.put("StopPolicy.defaultPct", () -> ratio(5, 60));
        generators.put("StopPolicy.minPct", () -> ratio(2, 15));
        generators.put("StopPolicy.maxPct", () -> ratio(15, 80));
        generators.put("StopPolicy.maxCallbackPct", () -> ratio(10, 100));
        generators.put("StopPolicy.maxMarginLoss", () -> maybe(() -> ratio(50, 300)));
        generators.put("StopPolicy.minDistancePct", () -> ratio(1, 4));
        generators.put("StopPolicy.assumedLeverage", () -> maybe(() -> new BigDecimal(1 + random.nextInt(30))));
        generators.put("StopPolicy.liquidationBuffer", () -> maybe(() -> ratio(10, 300)));
        generators.put("StopPolicy.minStepPct", () -> random.nextInt(3) == 0 ? BigDecimal.ZERO : ratio(0, 3));
        generators.put("StopPolicy.breakEven", random::nextBoolean);
        generators.put("StopPolicy.profitLock", () -> maybe(() -> make(StopPolicy.ProfitLock.class)));
        generators.put("StopPolicy.maxPriceAgeMs", () -> (1 + random.nextInt(20)) * SECOND);
        generators.put("StopPolicy.exitRetryMs", () -> (1 + random.nextInt(20)) * SECOND);
        generators.put("StopPolicy.confirmWithinMs", () -> (1 + random.nextInt(10)) * SECOND);
        generators.put("StopPolicy.settleMs", () -> random.nextInt(5) * SECOND);
        generators.put("StopPolicy.presentMs", () -> maybe(() -> random.nextInt(5) * SECOND));
        generators.put("StopPolicy.reports", () -> any(ReportsUse.values()));
        generators.put("ProfitLock.aboveMarginProfit", () -> ratio(20, 300));
        generators.put("ProfitLock.lockPct", () -> ratio(1, 6));
    }

    private void profile() {
        generators.put("Profile.name", () -> "RANDOM");
        generators.put("Profile.takeProfit", this::takeProfits);
        generators.put("Profile.trailing", () -> make(Trail.class));
        generators.put("Profile.maxHoldMs", () -> maybe(() -> (1 + random.nextInt(120)) * SECOND));
        generators.put("TakeProfit.at", this::distance);
        generators.put("TakeProfit.fraction", () -> ratio(50, 250));
        generators.put("TakeProfit.execution", () -> any(Execution.values()));
        generators.put("Trail.callback", this::callback);
        generators.put("Trail.activation", this::distance);
        generators.put("Trail.tightening", this::tightening);
        generators.put("Tightening.at", this::distance);
        generators.put("Tightening.callback", this::callback);
    }

    /** A record of {@code type} with a generated value for each of its components. */
    private <T extends Record> T make(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> generated(type, component))
                .toArray();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a random " + type.getSimpleName() + " cannot be made", impossible);
        }
    }

    private Object generated(Class<?> type, RecordComponent component) {
        String name = type.getSimpleName() + "." + component.getName();
        Supplier<?> generator = generators.get(name);
        if (generator == null) {
            throw new AssertionError("the policy has a component without a random generator: " + name);
        }
        return generator.get();
    }

    private <E extends Enum<E>> Map<E, BigDecimal> factors(Class<E> type) {
        Map<E, BigDecimal> factors = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            if (constant != RiskMode.ESS_ACTIVE) {
                factors.put(constant, ratio(300, 1_500));
            }
        }
        return factors;
    }

    private Map<String, Profile> profiles() {
        Map<String, Profile> profiles = new HashMap<>();
        profiles.put("RANDOM", make(Profile.class));
        Policy.DEFAULT.profiles().forEach((name, known) -> {
            Profile random = make(Profile.class);
            profiles.put(name, new Profile(name, random.takeProfit(), random.trailing(), random.maxHoldMs()));
        });
        return profiles;
    }

    private List<Selection> selections() {
        List<Selection> selections = new ArrayList<>(Policy.DEFAULT.select());
        if (random.nextInt(3) == 0) {
            selections.add(new Selection(Optional.of("BTCUSDT"), Optional.empty(), Optional.empty(), "RANDOM"));
        }
        return selections;
    }

    /** At most four legs of at most a quarter each. */
    private List<Profile.TakeProfit> takeProfits() {
        return listOf(Profile.TakeProfit.class);
    }

    private List<Trail.Tightening> tightening() {
        return listOf(Trail.Tightening.class);
    }

    private <T extends Record> List<T> listOf(Class<T> type) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(make(type));
        }
        return list;
    }

    private Distance distance() {
        return switch (random.nextInt(4)) {
            case 0 -> new Distance.OfEntry(random.nextBoolean() ? BigDecimal.ZERO : ratio(1, 60));
            default -> new Distance.InR(ratio(100, 4_000));
        };
    }

    private Callback callback() {
        return switch (random.nextInt(5)) {
            case 0 -> new Callback.Price(ratio(100, 5_000));
            case 1 -> new Callback.Ticks(BigDecimal.valueOf(1 + random.nextInt(50)));
            default -> new Callback.Ratio(ratio(1, 30));
        };
    }

    /** Thousandths above {@code from}, at most {@code to}. */
    private BigDecimal ratio(int from, int to) {
        return BigDecimal.valueOf(from + 1L + random.nextInt(to - from), 3);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
