package io.exitbrain.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatsTest {

    private final Repeats<String> repeats = new Repeats<>();

    @Test
    void shouldLetTheFirstOfEachKindPass() {
        assertThat(repeats.passes("a", "a1", 0)).isTrue();
        assertThat(repeats.passes("b", "b1", 0)).isTrue();
        assertThat(repeats.passes("a", "a2", 1)).isFalse();
    }

    @Test
    void shouldTellTheCountAtTheEndOfTheMinute() {
        repeats.passes("a", "a1", 0);
        repeats.passes("a", "a2", 1);
        repeats.passes("a", "a3", 2);

        assertThat(repeats.ended(59_999)).isEmpty();
        assertThat(repeats.ended(60_000)).containsExactly(new Repeats.Counted<>("a3", 2));
        assertThat(repeats.passes("a", "a4", 60_001))
                .as("the next minute has begun")
                .isFalse();
        assertThat(repeats.ended(120_000)).containsExactly(new Repeats.Counted<>("a4", 1));
    }

    @Test
    void shouldForgetAKindThatDidNotRepeat() {
        repeats.passes("a", "a1", 0);

        assertThat(repeats.ended(60_000)).isEmpty();
        assertThat(repeats.passes("a", "a2", 60_001)).isTrue();
    }

    @Test
    void shouldTellEveryCountAtTheEndOfTheProcess() {
        repeats.passes("a", "a1", 0);
        repeats.passes("a", "a2", 1);
        repeats.passes("b", "b1", 1);

        assertThat(repeats.all()).containsExactly(new Repeats.Counted<>("a2", 1));
        assertThat(repeats.all()).isEmpty();
    }

    @Test
    void shouldLetEveryLinePassBeyondAThousandKinds() {
        for (int kind = 0; kind < 1_000; kind++) {
            repeats.passes("kind " + kind, "", 0);
        }

        assertThat(repeats.passes("another", "", 0)).isTrue();
        assertThat(repeats.passes("another", "", 0)).isTrue();
    }
}
