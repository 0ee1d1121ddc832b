package io.exitbrain.audit.checks;

import io.exitbrain.audit.book.ObservedPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The plans by id, and the newest plan of each slot. Of the ended plans it keeps the newest few of each slot. */
final class Slots {

    private static final int ENDED = 8;

    /** Enough for a day with a trade a second; about 10 MB. */
    private static final int FORGOTTEN = 100_000;

    private final Map<String, ObservedPlan> plans = new HashMap<>();
    private final Set<String> forgotten = new LinkedHashSet<>();
    private final Map<String, ObservedPlan> current = new HashMap<>();
    private final Map<String, Deque<String>> history = new HashMap<>();
    private final Map<String, ObservedPlan> replaced = new HashMap<>();
    private Optional<Slots> earlier = Optional.empty();

    /** The slots of {@code symbol}. */
    static List<String> of(String symbol) {
        return Stream.of("BOTH", "LONG", "SHORT")
                .map(side -> ObservedPlan.slotOf(symbol, side))
                .toList();
    }

    /** Slots that know the plans of {@code symbol}. What they take stays with them. */
    Slots trial(String symbol) {
        Slots trial = new Slots();
        Map<String, ObservedPlan> copies = new HashMap<>();
        for (String slot : of(symbol)) {
            Deque<String> ids = history.getOrDefault(slot, new ArrayDeque<>());
            ids.forEach(id -> known(id).ifPresent(plan -> copies.put(id, plan.copy())));
            trial.history.put(slot, new ArrayDeque<>(ids));
            Optional.ofNullable(current.get(slot))
                    .ifPresent(plan -> trial.current.put(slot, copies.getOrDefault(plan.planId(), plan.copy())));
        }
        trial.plans.putAll(copies);
        trial.earlier = Optional.of(this);
        return trial;
    }

    void nextStep() {
        replaced.clear();
    }

    Optional<ObservedPlan> known(String planId) {
        return Optional.ofNullable(plans.get(planId));
    }

    ObservedPlan planOf(String planId, Supplier<ObservedPlan> created) {
        ObservedPlan known = plans.get(planId);
        if (known != null) {
            return known;
        }
        ObservedPlan plan = created.get();
        plans.put(planId, plan);
        remember(plan);
        return plan;
    }

    private void remember(ObservedPlan plan) {
        Deque<String> ids = history.computeIfAbsent(plan.slot(), slot -> new ArrayDeque<>());
        ids.addLast(plan.planId());
        if (ids.size() > ENDED) {
            forget(ids.removeFirst());
        }
    }

    private void forget(String planId) {
        plans.remove(planId);
        forgotten.add(planId);
        if (forgotten.size() > FORGOTTEN) {
            forgotten.remove(forgotten.iterator().next());
        }
    }

    /** Whether the plan has ended so long ago that only its id is known. */
    boolean isForgotten(String planId) {
        return forgotten.contains(planId)
                || earlier.filter(slots -> slots.isForgotten(planId)).isPresent();
    }

    void put(String slot, ObservedPlan plan) {
        replaced(slot, Optional.ofNullable(current.put(slot, plan)));
    }

    void clear(String slot) {
        replaced(slot, Optional.ofNullable(current.remove(slot)));
    }

    private void replaced(String slot, Optional<ObservedPlan> before) {
        before.ifPresent(plan -> replaced.putIfAbsent(slot, plan));
    }

    /** The plans that this step replaced or took away, by slot. */
    Map<String, ObservedPlan> gone() {
        replaced.entrySet().removeIf(entry -> current.get(entry.getKey()) == entry.getValue());
        return Map.copyOf(replaced);
    }

    Map<String, ObservedPlan> current() {
        return current;
    }
}
