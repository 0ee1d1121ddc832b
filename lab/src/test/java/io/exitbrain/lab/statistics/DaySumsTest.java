package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DaySumsTest {

    @Test
    void shouldAddUpTheValuesOfEachDay() {
        DaySums sums = DaySums.of(4, new int[] {0, 0, 1, 3}, new double[] {1, 2, 4, 8});

        assertThat(sums.sum(0)).isEqualTo(3);
        assertThat(sums.count(0)).isEqualTo(2);
        assertThat(sums.size()).isEqualTo(4);
        assertThat(sums.daysWithValues()).isEqualTo(3);
        assertThat(sums.mean()).contains(15 / 4.0);
        assertThat(sums.mean(0, 2)).contains(7 / 3.0);
        assertThat(sums.mean(2, 3)).isEmpty();
    }

    /** By hand: distances from the mean are 1, 1, -1, -1; products 1, -1, 1; squares 4. */
    @Test
    void shouldSayHowAlikeNeighbouringDaysAre() {
        DaySums pairsOfDays = DaySums.of(4, new int[] {0, 1, 2, 3}, new double[] {3, 3, 1, 1});
        DaySums equal = DaySums.of(3, new int[] {0, 1, 2}, new double[] {0.1, 0.1, 0.1});
        DaySums two = DaySums.of(2, new int[] {0, 1}, new double[] {1, 2});

        assertThat(pairsOfDays.correlationOfNeighbours()).contains(0.25);
        assertThat(equal.correlationOfNeighbours()).isEmpty();
        assertThat(two.correlationOfNeighbours()).isEmpty();
    }

    @Test
    void shouldRefuseValuesThatBelongToNoDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaySums.of(2, new int[] {2}, new double[] {1}))
                .withMessage("day must be from 0 to 1, was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaySums.of(2, new int[] {}, new double[] {1}))
                .withMessage("each value needs a day, were 1 values and 0 days");
    }

    @Test
    void shouldRefuseValuesThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaySums.of(1, new int[] {0}, new double[] {Double.NaN}))
                .withMessage("a value must be a finite number, was NaN");
    }
}
