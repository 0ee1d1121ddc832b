package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealityCheckTest {

    private static final int DAYS = 60;
    private static final Resampling RESAMPLING = new Resampling(999, 1, 1);

    private static DaySums daily(Random random, double mean) {
        double[] values = IntStream.range(0, DAYS)
                .mapToDouble(i -> mean + random.nextGaussian())
                .toArray();
        return DaySums.of(DAYS, IntStream.range(0, DAYS).toArray(), values);
    }

    private static DayBootstrap bootstrap(DaySums... series) {
        return DayBootstrap.of(List.of(series), RESAMPLING);
    }

    private static double above(DayBootstrap bootstrap, int missing, int index) {
        return RealityCheck.above(bootstrap, missing).get(index).orElseThrow();
    }

    @Test
    void shouldBeTheShareOfSamplesForOneCandidate() {
        DayBootstrap bootstrap = bootstrap(daily(new Random(1), 0.25));

        long asGood = IntStream.range(0, 999)
                .filter(sample -> bootstrap.ratio(0, sample) >= bootstrap.ratio(0))
                .count();

        assertThat(above(bootstrap, 0, 0)).isEqualTo((asGood + 1) / 1000.0);
    }

    @Test
    void shouldBeHigherAmongMoreCandidates() {
        Random random = new Random(5);
        List<DaySums> series = new ArrayList<>(List.of(daily(random, 0.3)));
        double alone = above(DayBootstrap.of(series, RESAMPLING), 0, 0);
        IntStream.range(0, 30).forEach(i -> series.add(daily(random, 0)));

        double among = above(DayBootstrap.of(series, RESAMPLING), 0, 0);

        assertThat(among).isGreaterThan(5 * alone);
    }

    @Test
    void shouldNotBeHigherAmongCopiesOfItself() {
        DaySums series = daily(new Random(5), 0.3);

        assertThat(above(bootstrap(series, series, series), 0, 2)).isEqualTo(above(bootstrap(series), 0, 0));
    }

    @Test
    void shouldAddItsOwnProbabilityForEachMissingCandidate() {
        DayBootstrap bootstrap = bootstrap(daily(new Random(5), 0.3));
        double alone = above(bootstrap, 0, 0);

        assertThat(above(bootstrap, 10, 0)).isCloseTo(11 * alone, within(1e-12));
        assertThat(above(bootstrap, 100_000, 0)).isEqualTo(1);
    }

    @Test
    void shouldCompareTheSecondOnlyWithItselfAndTheWorse() {
        Random random = new Random(9);
        DaySums best = daily(random, 2);
        DaySums second = daily(random, 0.3);

        assertThat(above(bootstrap(best, second), 0, 1)).isEqualTo(above(bootstrap(second), 0, 0));
    }

    @Test
    void shouldNeverBeLowerForAWorseCandidate() {
        Random random = new Random(11);
        List<DaySums> series =
                IntStream.range(0, 20).mapToObj(i -> daily(random, 0.02 * i)).toList();
        DayBootstrap bootstrap = DayBootstrap.of(series, RESAMPLING);
        List<Optional<Double>> found = RealityCheck.above(bootstrap, 3);

        int[] bestFirst = IntStream.range(0, 20)
                .boxed()
                .sorted((a, b) -> Double.compare(ratio(bootstrap, b), ratio(bootstrap, a)))
                .mapToInt(i -> i)
                .toArray();

        for (int i = 1; i < 20; i++) {
            assertThat(found.get(bestFirst[i]).orElseThrow())
                    .isGreaterThanOrEqualTo(found.get(bestFirst[i - 1]).orElseThrow());
        }
    }

    private static double ratio(DayBootstrap bootstrap, int index) {
        Estimate estimate = bootstrap.estimate(index).orElseThrow();
        return estimate.mean() / estimate.standardError();
    }

    @Test
    void shouldMirrorTheQuestion() {
        double[] values =
                IntStream.range(0, DAYS).mapToDouble(i -> 0.2 + Math.sin(i)).toArray();
        double[] mirrored =
                IntStream.range(0, DAYS).mapToDouble(i -> -values[i]).toArray();
        int[] days = IntStream.range(0, DAYS).toArray();

        assertThat(RealityCheck.below(bootstrap(DaySums.of(DAYS, days, mirrored)), 2))
                .isEqualTo(RealityCheck.above(bootstrap(DaySums.of(DAYS, days, values)), 2));
    }

    @Test
    void shouldBeOneForACandidateThatDiffersNever() {
        DaySums zero = DaySums.of(DAYS, IntStream.range(0, DAYS).toArray(), new double[DAYS]);

        assertThat(RealityCheck.above(bootstrap(zero), 0)).containsExactly(Optional.of(1.0));
        assertThat(RealityCheck.below(bootstrap(zero), 0)).containsExactly(Optional.of(1.0));
    }

    @Test
    void shouldBeLowestForACandidateThatIsAlwaysBetterByTheSame() {
        DaySums constant = DaySums.of(
                DAYS,
                IntStream.range(0, DAYS).toArray(),
                IntStream.range(0, DAYS).mapToDouble(i -> 0.5).toArray());

        assertThat(RealityCheck.above(bootstrap(constant), 0)).containsExactly(Optional.of(0.001));
        assertThat(RealityCheck.below(bootstrap(constant), 0)).containsExactly(Optional.of(1.0));
    }

    @Test
    void shouldNotKnowAnythingOfACandidateWithOneDay() {
        DaySums oneDay = DaySums.of(DAYS, new int[] {0}, new double[] {1});
        DaySums other = daily(new Random(5), 0.3);

        assertThat(RealityCheck.above(bootstrap(oneDay, other), 0))
                .containsExactly(Optional.empty(), Optional.of(above(bootstrap(other), 0, 0)));
    }

    /**
     * The best of 10 without effect may look significant in 5 % of the cases; 21 of 200 are as many as chance gives in
     * 1 of 1,000.
     */
    @Test
    void shouldHoldItsLevelForTheBestOfTen() {
        int falseAlarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<DaySums> series =
                    IntStream.range(0, 10).mapToObj(i -> daily(random, 0)).toList();
            DayBootstrap bootstrap = DayBootstrap.of(series, new Resampling(300, 1, seed));
            boolean isAlarm = RealityCheck.above(bootstrap, 0).stream().anyMatch(found -> found.orElseThrow() < 0.05);
            falseAlarms += isAlarm ? 1 : 0;
        }

        assertThat(falseAlarms).isLessThan(21);
    }

    @Test
    void shouldRefuseANegativeNumberOfMissingCandidates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealityCheck.above(bootstrap(), -1))
                .withMessage("missing candidates must be 0 or more, was -1");
    }
}
