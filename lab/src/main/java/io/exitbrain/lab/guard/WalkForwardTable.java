package io.exitbrain.lab.guard;

import java.util.List;
import java.util.Optional;

/**
 * What choosing again and again would have brought. The difference between the two means is the decay: so much of what
 * is seen when choosing is lost afterwards.
 *
 * @param rows in the order of time
 * @param pairs of all days that score
 * @param chosenBy the mean of the chosen means, each counted by the pairs of its score, R; empty without pairs
 * @param score the mean of the scores, each counted by its pairs, R; empty without pairs
 */
public record WalkForwardTable(
        List<WalkForwardRow> rows, int pairs, Optional<Double> chosenBy, Optional<Double> score) {

    public WalkForwardTable {
        rows = List.copyOf(rows);
    }

    static WalkForwardTable of(List<WalkForwardRow> rows) {
        int pairs = 0;
        double chosenBy = 0;
        double score = 0;
        for (WalkForwardRow row : rows) {
            pairs += row.pairs();
            chosenBy += row.pairs() * row.chosenBy();
            score += row.pairs() * row.score().orElse(0.0);
        }
        return new WalkForwardTable(rows, pairs, mean(chosenBy, pairs), mean(score, pairs));
    }

    private static Optional<Double> mean(double sum, int pairs) {
        return pairs == 0 ? Optional.empty() : Optional.of(sum / pairs);
    }
}
