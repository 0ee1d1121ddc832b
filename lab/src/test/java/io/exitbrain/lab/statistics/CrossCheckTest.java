package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Nine series of 37 days with one to three values each, against the numbers of a second implementation in another
 * language, with another generator. What is not drawn at random must be equal; the rest is as near as 4,999 samples
 * allow.
 */
class CrossCheckTest {

    private static final int DAYS = 37;
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Resampling RESAMPLING = new Resampling(4_999, 1, 1);

    private long state = 12_345;

    /** The generator of the C standard's example. */
    private long next() {
        state = state * 1_103_515_245L + 12_345 & 0x7fffffffL;
        return state;
    }

    private List<DaySums> series() {
        state = 12_345;
        return IntStream.range(0, 9).mapToObj(i -> series(0.03 * i)).toList();
    }

    private DaySums series(double shift) {
        List<Integer> dayOf = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            long count = (next() >> 16) % 3 + 1;
            for (int i = 0; i < count; i++) {
                dayOf.add(day);
                values.add((next() >> 8) % 2_001 / 1_000.0 - 1 + shift);
            }
        }
        return DaySums.of(
                DAYS,
                dayOf.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void shouldAgreeOnOverfitting() {
        Overfitting overfitting = Overfitting.of(series()).orElseThrow();

        assertThat(overfitting.probability()).isCloseTo(0.175990675990676, EXACT);
        assertThat(overfitting.lossShare()).isCloseTo(0.014996114996114996, EXACT);
    }

    @Test
    void shouldAgreeOnMeanErrorAndInterval() {
        Estimate fifth = DayBootstrap.of(series(), RESAMPLING).estimate(4).orElseThrow();

        assertThat(fifth.mean()).isCloseTo(0.2632916666666667, EXACT);
        assertThat(fifth.standardError()).isCloseTo(0.055089700557890725, EXACT);
        assertThat(fifth.low()).isCloseTo(0.153, within(0.006));
        assertThat(fifth.high()).isCloseTo(0.379, within(0.006));
    }

    @Test
    void shouldAgreeOnAdjustedProbabilities() {
        double[] expected = {0.9114, 0.9114, 0.9114, 0.9114, 0.0002, 0.5556, 0.0354, 0.0104, 0.0164};

        List<Optional<Double>> found = RealityCheck.above(DayBootstrap.of(series(), RESAMPLING), 0);

        for (int i = 0; i < expected.length; i++) {
            assertThat(found.get(i).orElseThrow()).isCloseTo(expected[i], within(0.002 + 0.03 * expected[i]));
        }
    }
}
