package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayBootstrapTest {

    private static final Resampling DAYS_ALONE = new Resampling(2_000, 1, 1);

    /** One value a day. */
    private static DaySums daily(double... values) {
        return DaySums.of(values.length, IntStream.range(0, values.length).toArray(), values);
    }

    private static Estimate estimate(DaySums series, Resampling resampling) {
        return DayBootstrap.of(List.of(series), resampling).estimate(0).orElseThrow();
    }

    private static double[] noise(int size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Test
    void shouldHaveTheStandardErrorOfAMeanIfTheDaysHaveOneValueEach() {
        Estimate estimate = estimate(daily(noise(400, 1)), DAYS_ALONE);

        assertThat(estimate.standardError()).isCloseTo(1 / Math.sqrt(400), within(0.005));
        assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 1.96 / Math.sqrt(400), within(0.02));
    }

    /** 4 equal values of each day know no more than one. */
    @Test
    void shouldKeepTheValuesOfADayTogether() {
        double[] days = noise(400, 1);
        int[] dayOf = IntStream.range(0, 1600).map(i -> i / 4).toArray();
        double[] values = IntStream.range(0, 1600).mapToDouble(i -> days[i / 4]).toArray();

        assertThat(estimate(DaySums.of(400, dayOf, values), DAYS_ALONE))
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Math.abs(a - b) < 1e-12, Double.class)
                .isEqualTo(estimate(daily(days), DAYS_ALONE));
    }

    @Test
    void shouldWeighADayByItsValues() {
        DaySums series = DaySums.of(2, new int[] {0, 0, 0, 1}, new double[] {1, 1, 1, 5});

        Estimate estimate = estimate(series, DAYS_ALONE);

        assertThat(estimate.mean()).isEqualTo(2);
        assertThat(estimate.low()).as("only the first day").isEqualTo(1);
        assertThat(estimate.high()).as("only the second day").isEqualTo(5);
    }

    @Test
    void shouldBeWiderInBlocksIfNeighbouringDaysAreAlike() {
        double[] days = noise(40, 2);
        DaySums alike =
                daily(IntStream.range(0, 400).mapToDouble(i -> days[i / 10]).toArray());

        double alone = estimate(alike, DAYS_ALONE).standardError();
        double inBlocks = estimate(alike, new Resampling(2_000, 20, 1)).standardError();

        assertThat(inBlocks).isGreaterThan(2 * alone);
    }

    @Test
    void shouldLeaveOutSamplesWithoutAValue() {
        DaySums rare = DaySums.of(10, new int[] {0, 9}, new double[] {1, 3});

        Estimate estimate = estimate(rare, DAYS_ALONE);

        assertThat(estimate.low()).isEqualTo(1);
        assertThat(estimate.high()).isEqualTo(3);
    }

    @Test
    void shouldNotKnowAnIntervalOfFewerThanTwoDays() {
        assertThat(DayBootstrap.of(List.of(daily(1)), DAYS_ALONE).estimate(0)).isEmpty();
        assertThat(DayBootstrap.of(List.of(daily()), DAYS_ALONE).estimate(0)).isEmpty();
    }

    @Test
    void shouldDrawTheSameDaysForAllSeries() {
        double[] days = noise(30, 3);
        DaySums series = daily(days);
        DaySums shifted =
                daily(IntStream.range(0, 30).mapToDouble(i -> days[i] + 1).toArray());

        DayBootstrap bootstrap = DayBootstrap.of(List.of(series, shifted), DAYS_ALONE);

        for (int sample = 0; sample < bootstrap.resamples(); sample++) {
            assertThat(bootstrap.mean(1, sample) - bootstrap.mean(0, sample)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void shouldGiveTheSameBitsForTheSameSeedOnly() {
        DaySums series = daily(noise(30, 4));

        assertThat(estimate(series, DAYS_ALONE)).isEqualTo(estimate(series, DAYS_ALONE));
        assertThat(estimate(series, DAYS_ALONE)).isNotEqualTo(estimate(series, new Resampling(2_000, 1, 2)));
    }

    /** Written down once: another machine, library or order of drawing shows here. */
    @Test
    void shouldGiveTheseBitsOnEveryMachine() {
        Estimate estimate = estimate(daily(1, 2, 4, 8), new Resampling(100, 2, 42));

        assertThat(estimate).isEqualTo(new Estimate(3.75, 1.7375, 6.262499999999996, 1.2010596121422081));
    }

    @Test
    void shouldRefuseSeriesWithDifferentDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayBootstrap.of(List.of(daily(1, 2), daily(1)), DAYS_ALONE))
                .withMessage("all series must have the same days");
    }

    @Test
    void shouldRefuseTooFewResamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resampling(99, 1, 1))
                .withMessage("resamples must be 100 or more, was 99");
    }
}
