package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverfittingTest {

    private static DaySums daily(int days, Random random, double mean) {
        double[] values = IntStream.range(0, days)
                .mapToDouble(i -> mean + random.nextGaussian())
                .toArray();
        return DaySums.of(days, IntStream.range(0, days).toArray(), values);
    }

    private static Overfitting of(List<DaySums> series) {
        return Overfitting.of(series).orElseThrow();
    }

    private static Overfitting noise(int candidates, long seed) {
        Random random = new Random(seed);
        return of(IntStream.range(0, candidates)
                .mapToObj(i -> daily(64, random, 0))
                .toList());
    }

    @Test
    void shouldBeNearOneHalfForNoise() {
        double mean = IntStream.range(0, 40)
                .mapToDouble(seed -> noise(9, seed).probability())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.5, within(0.1));
    }

    @Test
    void shouldBeNearZeroIfOneIsReallyBetter() {
        Random random = new Random(1);
        List<DaySums> series = IntStream.range(0, 9)
                .mapToObj(i -> daily(64, random, i == 4 ? 1.5 : 0))
                .toList();

        assertThat(of(series).probability()).isLessThan(0.01);
        assertThat(of(series).lossShare()).isZero();
    }

    @Test
    void shouldJudgeEachHalfOfSixteenBlocks() {
        assertThat(noise(8, 1).splits()).isEqualTo(12_870);
        assertThat(noise(8, 1).points()).hasSize(300);
    }

    /**
     * One earns in the first half of the days what the other earns in the second: whoever is better in a half is worse
     * in the rest.
     */
    @Test
    void shouldBeOneIfTheBestOfAHalfIsAlwaysTheWorstOfTheOther() {
        int[] days = IntStream.range(0, 16).toArray();
        double[] one = IntStream.range(0, 16)
                .mapToDouble(i -> i < 15 ? Math.pow(2, i) : -32_767)
                .toArray();
        double[] other = IntStream.range(0, 16).mapToDouble(i -> -one[i]).toArray();

        Overfitting found = of(List.of(DaySums.of(16, days, one), DaySums.of(16, days, other)));

        assertThat(found.probability()).isEqualTo(1);
        assertThat(found.lossShare()).isEqualTo(1);
    }

    @Test
    void shouldCountHalfForCandidatesThatAreEqual() {
        DaySums series = daily(16, new Random(1), 0);

        assertThat(of(List.of(series, series, series)).probability()).isEqualTo(0.5);
    }

    @Test
    void shouldNotBeKnownWithFewerThanSixteenDaysOrTwoCandidates() {
        DaySums fifteen = daily(15, new Random(1), 0);
        DaySums sixteen = daily(16, new Random(1), 0);

        assertThat(Overfitting.of(List.of(fifteen, fifteen))).isEmpty();
        assertThat(Overfitting.of(List.of(sixteen))).isEmpty();
        assertThat(Overfitting.of(List.of(sixteen, sixteen))).isPresent();
    }

    @Test
    void shouldNotBeKnownWithoutValues() {
        DaySums empty = DaySums.of(16, new int[] {}, new double[] {});

        assertThat(Overfitting.of(List.of(empty, empty))).isEmpty();
    }
}
