package io.exitbrain.lab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.AnyTrade;
import io.exitbrain.lab.trade.PolicyTrades;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Trailing stops on prices whose nature is known. The trades of a day are on one path: they overlap, so their results
 * are alike.
 */
class RandomWalkTest {

    private static final int DAYS = 50;
    private static final int PER_DAY = 4;
    private static final int STEPS = 120;
    private static final double STEP = 0.2;
    private static final double[] TRAILS = {0.5, 1.5, 2.5};
    private static final GuardSettings SETTINGS =
            new GuardSettings(0.3, 20, 5, Duration.ZERO, new Resampling(300, 1, 1));

    /** @param trend what the price rises a step, R */
    private static Judgement judge(Random random, double trend) {
        double[][] paths =
                IntStream.range(0, DAYS).mapToObj(day -> path(random, trend)).toArray(double[][]::new);
        List<PolicyTrades> all = new ArrayList<>(List.of(trailing(paths, 1)));
        for (double trail : TRAILS) {
            all.add(trailing(paths, trail));
        }
        return Guard.of(SETTINGS).judge(all.get(0), all.subList(1, all.size()), History.NONE);
    }

    private static double[] path(Random random, double trend) {
        double[] path = new double[STEPS];
        for (int i = 1; i < STEPS; i++) {
            path[i] = path[i - 1] + trend + STEP * random.nextGaussian();
        }
        return path;
    }

    private static PolicyTrades trailing(double[][] paths, double trail) {
        double[] results = IntStream.range(0, DAYS * PER_DAY)
                .mapToDouble(i -> result(paths[i / PER_DAY], i % PER_DAY * 10, trail))
                .toArray();
        return AnyTrade.policy("trail " + trail, PER_DAY, results);
    }

    /** A long from a step on, closed at the first price that is a trail below the highest, or at the end. */
    private static double result(double[] path, int opened, double trail) {
        double highest = path[opened];
        int step = opened;
        while (step < STEPS - 1 && path[step] > highest - trail) {
            step++;
            highest = Math.max(highest, path[step]);
        }
        return path[step] - path[opened];
    }

    /** On a random walk no exit earns more than another. */
    @Test
    void shouldRarelyCallAnExitBetterOnARandomWalk() {
        long better = IntStream.range(0, 200)
                .filter(seed -> judge(new Random(seed), 0).verdict().word() == Word.BETTER)
                .count();

        assertThat(better).isLessThanOrEqualTo(10);
    }

    /** In a trend it pays to stay: the wider the stop, the better for a long. */
    @Test
    void shouldFindTheExitThatFitsATrend() {
        Judgement judgement = judge(new Random(1), 0.05);

        assertThat(judgement.chosen()).contains("trail 2.5");
        assertThat(judgement.comparisons())
                .extracting(comparison -> comparison.verdict().orElseThrow().word())
                .as("the second best was not chosen")
                .containsExactly(Word.WORSE, Word.NOT_DISTINGUISHABLE, Word.BETTER);
    }
}
