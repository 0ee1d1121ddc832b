package io.exitbrain.lab.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How well the model reproduces the recording: the baseline under the exchange of the lab beside what really happened.
 *
 * @param trades recorded trades that ended
 * @param otherTrades recorded trades with at least one move that differs: one early difference changes all later moves of its trade
 * @param recordedMoves MOVE commands of the recorded trades
 * @param modelMoves MOVE commands of the model in the same time
 * @param equalMoves moves with the same place in both orders and the same stop price
 * @param areDerived whether the recording holds no commands, so that the recorded moves are those of the rules over the recorded inputs
 * @param firstDifference the first move that differs, in words
 * @param exitPriceErrors for each trade that the engine ended: by how much the model's exit price differs, in basis points, 0 or more
 * @param exitTimeErrors the same for the time, milliseconds
 * @param unmatchedExits trades that the engine ended and that are still open in the model
 */
public record Fidelity(
        int trades,
        int otherTrades,
        int recordedMoves,
        int modelMoves,
        int equalMoves,
        boolean areDerived,
        Optional<String> firstDifference,
        List<Double> exitPriceErrors,
        List<Long> exitTimeErrors,
        int unmatchedExits) {

    /** Nothing was compared. */
    public static final Fidelity NONE = new Fidelity(0, 0, 0, 0, 0, true, Optional.empty(), List.of(), List.of(), 0);

    /** The share of equal moves from which the model counts as reproducing the recording. */
    private static final double ENOUGH_EQUAL = 0.99;

    /** The largest 95th percentile of the exit price errors with which it does, basis points. */
    private static final double LARGEST_ERROR = 10;

    private static final double PERCENTILE = 0.95;

    public Fidelity {
        exitPriceErrors = List.copyOf(exitPriceErrors);
        exitTimeErrors = List.copyOf(exitTimeErrors);
    }

    /** The share of the moves that are equal; empty if there were none. */
    public Optional<Double> shareOfEqualMoves() {
        int most = Math.max(recordedMoves, modelMoves);
        return most == 0 ? Optional.empty() : Optional.of((double) equalMoves / most);
    }

    /** The 95th percentile of the exit price errors, basis points; empty without any. */
    public Optional<Double> exitPriceErrorP95() {
        List<Double> sorted = new ArrayList<>(exitPriceErrors);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get((int) Math.ceil(PERCENTILE * sorted.size()) - 1));
    }

    /** Whether the model reproduces the recording well enough for a comparison. */
    public boolean isReproducing() {
        return shareOfEqualMoves().filter(share -> share < ENOUGH_EQUAL).isEmpty()
                && exitPriceErrorP95().filter(error -> error > LARGEST_ERROR).isEmpty();
    }

    /** This and {@code other} together. */
    public Fidelity plus(Fidelity other) {
        List<Double> prices = new ArrayList<>(exitPriceErrors);
        prices.addAll(other.exitPriceErrors);
        List<Long> times = new ArrayList<>(exitTimeErrors);
        times.addAll(other.exitTimeErrors);
        return new Fidelity(
                trades + other.trades,
                otherTrades + other.otherTrades,
                recordedMoves + other.recordedMoves,
                modelMoves + other.modelMoves,
                equalMoves + other.equalMoves,
                areDerived && other.areDerived,
                firstDifference.or(other::firstDifference),
                prices,
                times,
                unmatchedExits + other.unmatchedExits);
    }
}
