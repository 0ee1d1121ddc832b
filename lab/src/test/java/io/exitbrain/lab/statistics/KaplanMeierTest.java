package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.exitbrain.lab.statistics.KaplanMeier.Span;
import io.exitbrain.lab.statistics.KaplanMeier.Step;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    /** Freireich and others (1963), remission under 6-MP: the textbook example, in weeks. */
    private static final int[] ENDED = {6, 6, 6, 7, 10, 13, 16, 22, 23};

    private static final int[] CENSORED = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

    private static KaplanMeier textbook() {
        return KaplanMeier.of(Stream.concat(
                        IntStream.of(ENDED).mapToObj(weeks -> new Span(weeks, true)),
                        IntStream.of(CENSORED).mapToObj(weeks -> new Span(weeks, false)))
                .toList());
    }

    @Test
    void shouldGiveTheCurveOfTheTextbook() {
        List<Step> steps = textbook().steps();

        assertThat(steps).extracting(Step::length).containsExactly(6L, 7L, 10L, 13L, 16L, 22L, 23L);
        assertThat(steps).extracting(Step::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        assertThat(steps.get(0).lasting()).isCloseTo(0.857, within(0.0005));
        assertThat(steps.get(3).lasting()).isCloseTo(0.690, within(0.0005));
        assertThat(steps.get(6).lasting()).isCloseTo(0.448, within(0.0005));
    }

    @Test
    void shouldReadTheMedianWhereTheCurveFallsToOneHalf() {
        assertThat(textbook().endedBy(0.5)).contains(23L);
    }

    @Test
    void shouldNotKnowATimeByWhichTooFewHaveEnded() {
        assertThat(textbook().endedBy(0.9)).isEmpty();
        assertThat(KaplanMeier.of(List.of()).endedBy(0.5)).isEmpty();
    }

    @Test
    void shouldBeTheShareThatIsLeftIfAllEndsAreKnown() {
        KaplanMeier all = KaplanMeier.of(
                IntStream.rangeClosed(1, 10).mapToObj(i -> new Span(i, true)).toList());

        assertThat(all.endedBy(0.5)).contains(5L);
        assertThat(all.endedBy(0.9)).contains(9L);
    }

    @Test
    void shouldCountOneThatWasLastSeenAtTheTimeOfAnEndAsAtRisk() {
        KaplanMeier curve = KaplanMeier.of(List.of(new Span(5, false), new Span(5, true)));

        assertThat(curve.steps()).containsExactly(new Step(5, 0.5, 2));
    }

    @Test
    void shouldRefuseANegativeLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span(-1, true))
                .withMessage("length must be 0 or more, was -1");
    }
}
