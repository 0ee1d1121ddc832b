package io.exitbrain.lab.guard;

import io.exitbrain.lab.guard.Grid.Axis;
import io.exitbrain.lab.guard.Grid.Cell;
import io.exitbrain.lab.statistics.Distribution;
import io.exitbrain.lab.statistics.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the best policy of a sweep stands among good ones, or alone. All numbers are mean differences to the
 * baseline, R, in-sample.
 *
 * @param cells the score of each policy of the grid
 * @param best the first with the highest mean; empty if no policy has a pair
 * @param neighbours how many policies with a mean are one step from it on one axis
 * @param neighboursMean the mean of their means; empty without neighbours
 * @param isLonePeak whether the best is above 0 and its neighbours together earn less than half as much
 * @param edges the axes on which the best has the first or the last value, so that a better one may lie beyond
 * @param sentences the same in words
 */
public record Plateau(
        List<Score> cells,
        Optional<Score> best,
        int neighbours,
        Optional<Double> neighboursMean,
        boolean isLonePeak,
        List<String> edges,
        List<String> sentences) {

    private static final double PEAK = 0.5;

    /** @throws IllegalArgumentException if a policy of the grid is neither compared nor the baseline */
    public static Plateau of(Grid grid, Judgement judgement) {
        List<Score> scores =
                grid.cells().stream().map(cell -> score(cell, judgement)).toList();
        return scores.stream()
                .filter(score -> score.mean().isPresent())
                .max(Comparator.<Score>comparingDouble(score -> score.mean().orElseThrow())
                        .thenComparing(scores::indexOf, Comparator.reverseOrder()))
                .map(best -> around(best, scores, grid))
                .orElseGet(() -> new Plateau(
                        scores,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of("No policy has a pair.")));
    }

    private static Plateau around(Score best, List<Score> scores, Grid grid) {
        double[] around = scores.stream()
                .filter(score -> score.cell().isNeighbourOf(best.cell()))
                .flatMap(score -> score.mean().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        Optional<Double> mean = Distribution.mean(around);
        double highest = best.mean().orElseThrow();
        boolean isLonePeak =
                highest > 0 && mean.filter(value -> value < PEAK * highest).isPresent();
        List<String> edges = edges(best.cell(), grid.axes());
        List<String> sentences = sentences(best, mean, isLonePeak, edges);
        return new Plateau(scores, Optional.of(best), around.length, mean, isLonePeak, edges, sentences);
    }

    private static List<String> edges(Cell best, List<Axis> axes) {
        return IntStream.range(0, axes.size())
                .filter(axis -> axes.get(axis).isEdge(best.position().get(axis)))
                .mapToObj(axis -> axes.get(axis).name())
                .toList();
    }

    private static List<String> sentences(Score best, Optional<Double> around, boolean isLonePeak, List<String> edges) {
        Reasons reasons = new Reasons();
        reasons.add(
                "The best policy is %s with %+.3f R a trade.",
                best.cell().policy(), best.mean().orElseThrow());
        around.ifPresent(mean -> reasons.add(
                "Its neighbours have %+.3f R: %s.",
                mean, isLonePeak ? "it stands alone, which is rarely more than chance" : "it does not stand alone"));
        edges.forEach(axis -> reasons.add("It is on the edge of %s: a better value may lie beyond.", axis));
        return reasons.sentences();
    }

    private static Score score(Cell cell, Judgement judgement) {
        if (cell.policy().equals(judgement.baseline())) {
            return new Score(cell, Optional.of(0.0), Optional.empty(), Optional.of(0.0), Optional.of(0.0));
        }
        Comparison comparison = judgement.comparisons().stream()
                .filter(each -> each.policy().equals(cell.policy()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "policy %s of the sweep was not compared".formatted(cell.policy())));
        Paired paired = comparison.paired();
        return new Score(
                cell, paired.mean(), comparison.evidence().difference(), paired.firstHalf(), paired.secondHalf());
    }

    /**
     * What a policy of the sweep earned more than the baseline, R.
     *
     * @param mean empty without pairs; 0 for the baseline itself
     * @param difference the mean with its 95 % interval; empty for the baseline itself
     * @param firstHalf the mean in the first half of the in-sample days
     * @param secondHalf the mean in the second half
     */
    public record Score(
            Cell cell,
            Optional<Double> mean,
            Optional<Estimate> difference,
            Optional<Double> firstHalf,
            Optional<Double> secondHalf) {}
}
