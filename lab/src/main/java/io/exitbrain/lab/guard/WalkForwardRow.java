package io.exitbrain.lab.guard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A policy that was chosen in some days and scored in later ones.
 *
 * @param choosingFrom the first day that chooses
 * @param scoringFrom the first day that scores
 * @param chosen the policy with the highest mean difference in the days that choose
 * @param chosenBy that mean, R
 * @param pairs how many of its pairs were opened in the days that score
 * @param score their mean difference, R; empty without pairs
 */
public record WalkForwardRow(
        LocalDate choosingFrom,
        LocalDate scoringFrom,
        String chosen,
        double chosenBy,
        int pairs,
        Optional<Double> score) {}
