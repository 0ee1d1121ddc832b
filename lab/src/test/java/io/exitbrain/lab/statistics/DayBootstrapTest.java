package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

    /** By hand: the days differ by 3 and -3 from 2 a value, so the error is sqrt(18 x 2 / 1) / 4. */
    @Test
    void shouldWeighADayByItsValues() {
        DayMoments moments = new DayMoments(DaySums.of(2, new int[] {0, 0, 0, 1}, new double[] {1, 1, 1, 5}));

        assertThat(moments.mean()).isEqualTo(2);
        assertThat(moments.error()).isCloseTo(1.5, within(1e-12));
        assertThat(moments.ratio(new int[] {2, 0})).as("only the first day").isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(moments.ratio(new int[] {1, 1})).isZero();
        assertThat(moments.ratio(new int[] {3, 1}))
                .as("10 values with sum 14, error sqrt((3 x 1.44 + 12.96) x 2) / 10")
                .isCloseTo(-0.6 / (Math.sqrt((3 * 1.2 * 1.2 + 3.6 * 3.6) * 2) / 10), within(1e-12));
    }

    @Test
    void shouldBeWiderInBlocksIfNeighbouringDaysAreAlike() {
        double[] days = noise(40, 2);
        DaySums alike =
                daily(IntStream.range(0, 400).mapToDouble(i -> days[i / 10]).toArray());

        double alone = width(estimate(alike, DAYS_ALONE));
        double inBlocks = width(estimate(alike, new Resampling(2_000, 20, 1)));

        assertThat(inBlocks).isGreaterThan(2 * alone);
    }

    private static double width(Estimate estimate) {
        return estimate.high() - estimate.low();
    }

    @Test
    void shouldLeaveOutSamplesWithoutAValue() {
        double[] days = noise(40, 5);
        int[] first = IntStream.range(0, 20).toArray();
        DaySums half = DaySums.of(40, first, Arrays.copyOf(days, 20));
        DaySums rare = DaySums.of(40, new int[] {0, 1}, new double[] {1, 2});
        DayBootstrap bootstrap = DayBootstrap.of(List.of(half, rare), DAYS_ALONE);

        assertThat(bootstrap.estimate(0)).isPresent();
        assertThat(IntStream.range(0, bootstrap.resamples()).mapToDouble(i -> bootstrap.ratio(1, i)))
                .as("a sample misses both days in 13 %")
                .filteredOn(ratio -> Double.isNaN(ratio))
                .hasSizeBetween(200, 320);
    }

    @Test
    void shouldNotKnowAnIntervalIfSamplesOftenMissAllDifferences() {
        for (int days = 20; days < 40; days++) {
            assertThat(DayBootstrap.of(List.of(mostlyZero(days, 3)), DAYS_ALONE).estimate(0))
                    .as("3 of %d days", days)
                    .isEmpty();
            assertThat(DayBootstrap.of(List.of(mostlyZero(days, 6)), DAYS_ALONE).estimate(0))
                    .as("6 of %d days", days)
                    .isPresent();
        }
    }

    /** The numbers are no sums of powers of 2, so that the sums over days are rounded. */
    private static DaySums mostlyZero(int days, int others) {
        double[] values = new double[days];
        IntStream.range(0, others).forEach(i -> values[i] = 0.1 * (i + 1) / 3);
        return daily(values);
    }

    @Test
    void shouldHaveNoWidthIfAllValuesAreEqual() {
        Estimate estimate =
                estimate(daily(IntStream.range(0, 30).mapToDouble(i -> 0.1).toArray()), DAYS_ALONE);

        assertThat(estimate.low()).isCloseTo(0.1, within(1e-12));
        assertThat(estimate.high()).isCloseTo(0.1, within(1e-12));
    }

    /** Nine small losses for each large gain, of mean 0: the interval must reach further to the side of the gains. */
    @Test
    void shouldReachFurtherToTheSideOfRareLargeValues() {
        DaySums skewed = daily(
                IntStream.range(0, 100).mapToDouble(i -> i % 10 == 0 ? 9 : -1).toArray());

        Estimate estimate = estimate(skewed, DAYS_ALONE);

        assertThat(estimate.high() - estimate.mean()).isGreaterThan(1.2 * (estimate.mean() - estimate.low()));
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
            assertThat(bootstrap.ratio(1, sample)).isCloseTo(bootstrap.ratio(0, sample), within(1e-9));
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

        assertThat(estimate).isEqualTo(new Estimate(3.75, 0.7339297608477349, 11.92181696471521, 1.547847968417226));
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
