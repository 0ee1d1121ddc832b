package io.exitbrain.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.exitbrain.lab.statistics.WalkForward.Lengths;
import io.exitbrain.lab.statistics.WalkForward.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

    private static DaySums daily(double... values) {
        return DaySums.of(values.length, IntStream.range(0, values.length).toArray(), values);
    }

    @Test
    void shouldChooseInOneWindowAndScoreInTheNextAfterTheEmbargo() {
        DaySums one = daily(1, 3, 0, 5, 0, 0, 0);
        DaySums other = daily(0, 0, 4, 4, 0, 7, 9);

        List<Window> windows =
                WalkForward.of(List.of(one, other), new Lengths(2, 2, 1)).windows();

        assertThat(windows)
                .containsExactly(
                        new Window(0, 3, 0, 2, 2, Optional.of(2.5)), new Window(2, 5, 1, 4, 2, Optional.of(8.0)));
    }

    @Test
    void shouldHaveNoScoreWithoutValues() {
        DaySums gap = DaySums.of(3, new int[] {0}, new double[] {1});

        assertThat(WalkForward.of(List.of(gap), new Lengths(1, 1, 0)).windows())
                .containsExactly(new Window(0, 1, 0, 1, 0, Optional.empty()));
    }

    @Test
    void shouldHaveNoWindowIfTheDaysAreTooFew() {
        assertThat(WalkForward.of(List.of(daily(1, 2, 3, 4)), new Lengths(2, 2, 1))
                        .windows())
                .isEmpty();
        assertThat(WalkForward.of(List.of(), new Lengths(1, 1, 0)).windows()).isEmpty();
    }

    @Test
    void shouldRefuseAWindowWithoutDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lengths(0, 1, 0))
                .withMessage("windows must be 1 day or more and the embargo 0 or more, were 0, 1 and 0");
    }
}
