package io.exitbrain.lab.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the best candidate in a window of days and scores it in the next window, as somebody would have who began
 * then. The windows move on by the length of the scoring window. Between the two lies an embargo, because what began
 * before it may have ended in the scoring window.
 *
 * @param windows in the order of time
 */
public record WalkForward(List<Window> windows) {

    public WalkForward {
        windows = List.copyOf(windows);
    }

    /**
     * @param series one for each candidate, with every day of the calendar, also those without values, in the order of
     *     time
     */
    public static WalkForward of(List<DaySums> series, Lengths lengths) {
        int days = series.isEmpty() ? 0 : series.get(0).days();
        List<Window> windows = new ArrayList<>();
        for (int first = 0; first + lengths.total() <= days; first += lengths.scoringDays()) {
            window(series, first, lengths).ifPresent(windows::add);
        }
        return new WalkForward(windows);
    }

    /** Empty if no candidate has a value in the choosing window. */
    private static Optional<Window> window(List<DaySums> series, int first, Lengths lengths) {
        int end = first + lengths.choosingDays();
        int scoring = end + lengths.embargoDays();
        return best(series, first, end)
                .map(best -> new Window(
                        first,
                        scoring,
                        best,
                        series.get(best).mean(first, end).orElseThrow(),
                        series.get(best).count(scoring, scoring + lengths.scoringDays()),
                        series.get(best).mean(scoring, scoring + lengths.scoringDays())));
    }

    /** The first of those with the highest mean. */
    private static Optional<Integer> best(List<DaySums> series, int from, int to) {
        Optional<Integer> best = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < series.size(); candidate++) {
            double mean = series.get(candidate).mean(from, to).orElse(Double.NEGATIVE_INFINITY);
            if (mean > highest) {
                highest = mean;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /**
     * How long the windows are.
     *
     * @param choosingDays 1 or more
     * @param scoringDays 1 or more
     * @param embargoDays 0 or more
     */
    public record Lengths(int choosingDays, int scoringDays, int embargoDays) {

        public Lengths {
            if (choosingDays < 1 || scoringDays < 1 || embargoDays < 0) {
                throw new IllegalArgumentException(
                        "windows must be 1 day or more and the embargo 0 or more, were %d, %d and %d"
                                .formatted(choosingDays, scoringDays, embargoDays));
            }
        }

        /** Days that one choice with its score needs. */
        public int total() {
            return choosingDays + embargoDays + scoringDays;
        }
    }

    /**
     * A choice and its score.
     *
     * @param firstDay the first day of the choosing window
     * @param scoringDay the first day of the scoring window
     * @param chosen the index of the candidate with the highest mean in the choosing window
     * @param chosenBy that mean
     * @param count how many values the candidate has in the scoring window
     * @param score its mean there; empty if there is no value
     */
    public record Window(
            int firstDay, int scoringDay, int chosen, double chosenBy, int count, Optional<Double> score) {}
}
