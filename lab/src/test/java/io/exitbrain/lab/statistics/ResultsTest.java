package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final double[] NONE = {};
    private static final double[] MIXED = {1, 2, -1, -2.5, 4, -1, 0, -1};

    @Test
    void shouldAddUp() {
        assertThat(Results.cumulative(MIXED)).containsExactly(1, 3, 2, -0.5, 3.5, 2.5, 2.5, 1.5);
    }

    @Test
    void shouldMeasureEachFallFromTheHighestSum() {
        assertThat(Results.drawdowns(MIXED)).containsExactly(0, 0, 1, 3.5, 0, 1, 1, 2);
        assertThat(Results.maxDrawdown(MIXED)).contains(3.5);
    }

    @Test
    void shouldMeasureTheFallFromZeroIfTheFirstResultIsALoss() {
        assertThat(Results.maxDrawdown(new double[] {-2, 1})).contains(2.0);
    }

    @Test
    void shouldEndALosingStreakWithAResultOfZero() {
        assertThat(Results.longestLosingStreak(MIXED)).isEqualTo(2);
        assertThat(Results.longestLosingStreak(new double[] {-1, 0, -1})).isEqualTo(1);
    }

    @Test
    void shouldDivideGainsByLosses() {
        assertThat(Results.profitFactor(MIXED)).contains(7 / 5.5);
        assertThat(Results.profitFactor(new double[] {-1})).contains(0.0);
    }

    @Test
    void shouldKnowNoProfitFactorWithoutALoss() {
        assertThat(Results.profitFactor(new double[] {1, 0})).isEmpty();
    }

    @Test
    void shouldKnowNothingOfNoResults() {
        assertThat(Results.maxDrawdown(NONE)).isEmpty();
        assertThat(Results.profitFactor(NONE)).isEmpty();
        assertThat(Results.longestLosingStreak(NONE)).isZero();
    }
}
