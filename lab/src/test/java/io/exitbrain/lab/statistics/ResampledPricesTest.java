package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResampledPricesTest {

    private static final double[] RECORDED = {100, 110, 99, 120, 119};

    @Test
    void shouldBeginAtTheFirstPriceAndHaveTheSameLength() {
        double[] path = ResampledPrices.of(RECORDED, 2, 1);

        assertThat(path).hasSameSizeAs(RECORDED);
        assertThat(path[0]).isEqualTo(100);
    }

    @Test
    void shouldTakeEachStepFromTheRecordedOnes() {
        double[] path = ResampledPrices.of(RECORDED, 2, 7);

        for (int i = 1; i < path.length; i++) {
            double step = path[i] / path[i - 1];
            assertThat(Arrays.asList(110 / 100.0, 99 / 110.0, 120 / 99.0, 119 / 120.0))
                    .anySatisfy(recorded -> assertThat(step).isCloseTo(recorded, within(1e-9)));
        }
    }

    @Test
    void shouldKeepTheOrderInsideABlock() {
        double[] path = ResampledPrices.of(RECORDED, 1e12, 1);

        assertThat(path[4]).as("one block that goes round has every step once").isCloseTo(119, within(1e-9));
    }

    @Test
    void shouldGiveTheSamePathForTheSameSeedOnly() {
        assertThat(ResampledPrices.of(RECORDED, 1, 3)).isEqualTo(ResampledPrices.of(RECORDED, 1, 3));
        assertThat(ResampledPrices.of(RECORDED, 1, 3)).isNotEqualTo(ResampledPrices.of(RECORDED, 1, 4));
    }

    @Test
    void shouldCopyAPathWithoutSteps() {
        assertThat(ResampledPrices.of(new double[] {5}, 1, 1)).containsExactly(5);
        assertThat(ResampledPrices.of(new double[] {}, 1, 1)).isEmpty();
    }

    @Test
    void shouldRefuseAPriceThatIsNotAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResampledPrices.of(new double[] {1, 0}, 1, 1))
                .withMessage("price must be > 0, was 0.0 at position 1");
    }

    @Test
    void shouldRefuseABlockShorterThanOneStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResampledPrices.of(RECORDED, 0.5, 1))
                .withMessage("mean block must be 1 or more, was 0.5");
    }
}
