package io.exitbrain.lab.simulation;

import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What one symbol, or all of them, have given so far. For one thread. */
final class Tally {

    private final Settings settings;
    private final List<List<Trade>> rows = new ArrayList<>();
    private Fidelity fidelity = Fidelity.NONE;
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    Tally(Settings settings) {
        this.settings = settings;
        for (int i = 0; i < settings.policies().size() + Reference.values().length; i++) {
            rows.add(new ArrayList<>());
        }
    }

    /** Adds the trades of one opening: under each policy, then under each reference. */
    void add(List<Trade> trades) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(trades.get(i));
        }
    }

    void add(Fidelity other) {
        fidelity = fidelity.plus(other);
    }

    void count(Count what, long number) {
        counts.merge(what, number, Long::sum);
    }

    void add(Tally other) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).addAll(other.rows.get(i));
        }
        add(other.fidelity);
        other.counts.forEach(this::count);
    }

    /** The trades of all rows, in the order of their openings. */
    Simulated simulated() {
        List<PolicyTrades> policies = new ArrayList<>();
        Iterator<List<Trade>> row = rows.iterator();
        settings.policies().forEach(policy -> policies.add(new PolicyTrades(policy.name(), false, sorted(row.next()))));
        for (Reference reference : Reference.values()) {
            policies.add(new PolicyTrades(reference.title(), true, sorted(row.next())));
        }
        return new Simulated(policies, fidelity, counts);
    }

    private static List<Trade> sorted(List<Trade> trades) {
        return trades.stream()
                .sorted(Comparator.comparingInt(trade -> trade.opening().number()))
                .toList();
    }
}
