package io.exitbrain.lab.report.view;

import io.exitbrain.lab.guard.Comparison;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Optional;

/**
 * A policy or a reference, and all that is known of it.
 *
 * @param isBaseline whether the others are compared with it
 * @param isChosen whether it is the policy with the highest mean difference
 * @param comparison against the baseline; empty for the baseline itself
 * @param trades its in-sample trades
 */
public record Row(
        boolean isBaseline,
        boolean isChosen,
        PolicyMeasures measures,
        Optional<Comparison> comparison,
        List<Trade> trades) {

    public String name() {
        return measures.policy();
    }

    public boolean isReference() {
        return measures.isReference();
    }

    /** Its trades that were closed. */
    public List<Trade> closed() {
        return trades.stream().filter(trade -> !trade.ending().isCensored()).toList();
    }
}
