package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.exitbrain.lab.statistics.Distribution.Step;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final double[] NONE = {};

    @Test
    void shouldInterpolateBetweenNeighbours() {
        double[] values = {4, 1, 3, 2};

        assertThat(Distribution.median(values)).contains(2.5);
        assertThat(Distribution.percentile(values, 0.25)).contains(1.75);
        assertThat(Distribution.percentile(values, 1)).contains(4.0);
    }

    @Test
    void shouldTakeTheMeanOfTheLowestShare() {
        double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();

        assertThat(Distribution.meanOfLowest(values, 0.05).orElseThrow()).isCloseTo(3, within(1e-12));
    }

    @Test
    void shouldCountTheLastOfTheLowestInPart() {
        double[] values = {3, 1, 2, 4, 5, 6, 7, 8, 9, 10};

        assertThat(Distribution.meanOfLowest(values, 0.15).orElseThrow()).isCloseTo((1 + 0.5 * 2) / 1.5, within(1e-12));
        assertThat(Distribution.meanOfLowest(values, 0.05).orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void shouldHaveOneStepForEachDistinctValue() {
        assertThat(Distribution.steps(new double[] {2, 1, 2, 5}))
                .containsExactly(new Step(1, 0.25), new Step(2, 0.75), new Step(5, 1));
    }

    @Test
    void shouldKnowNothingOfNoValues() {
        assertThat(Distribution.mean(NONE)).isEmpty();
        assertThat(Distribution.median(NONE)).isEmpty();
        assertThat(Distribution.meanOfLowest(NONE, 0.05)).isEmpty();
        assertThat(Distribution.steps(NONE)).isEmpty();
    }

    @Test
    void shouldRefuseValuesThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.median(new double[] {1, Double.POSITIVE_INFINITY}))
                .withMessage("a value must be a finite number, was Infinity");
    }
}
