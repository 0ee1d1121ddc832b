package io.exitbrain.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thinned line keeps its shape and every price that caused a decision. */
class ThinningTest {

    private static PricePoint point(long time, int price, boolean isCause) {
        return new PricePoint(time, BigDecimal.valueOf(price), isCause);
    }

    @Test
    void shouldKeepFewPointsAsTheyAre() {
        List<PricePoint> few = List.of(point(1, 1, false), point(2, 2, false));

        assertThat(Thinning.of(few, 10)).isEqualTo(few);
    }

    @Test
    void shouldKeepPeaksAndCauses() {
        Random random = new Random(42);
        List<PricePoint> points = IntStream.range(0, 10_000)
                .mapToObj(i -> point(i * 100L, 1_000 + random.nextInt(100), i % 997 == 5))
                .toList();

        List<PricePoint> thinned = Thinning.of(points, 100);

        assertThat(thinned).hasSizeLessThan(420).isSubsetOf(points);
        assertThat(thinned)
                .containsAll(points.stream().filter(PricePoint::isCause).toList());
        Comparator<PricePoint> byPrice = Comparator.comparing(PricePoint::price);
        assertThat(thinned.stream().max(byPrice).orElseThrow().price())
                .isEqualTo(points.stream().max(byPrice).orElseThrow().price());
        assertThat(thinned).isSortedAccordingTo(Comparator.comparingLong(PricePoint::time));
        assertThat(thinned).contains(points.get(0), points.get(9_999));
    }

    @Test
    void shouldThinPointsOfOneMoment() {
        List<PricePoint> points =
                IntStream.range(0, 1_000).mapToObj(i -> point(5, i, false)).toList();

        assertThat(Thinning.of(points, 10)).containsExactly(points.get(0), points.get(999));
    }
}
