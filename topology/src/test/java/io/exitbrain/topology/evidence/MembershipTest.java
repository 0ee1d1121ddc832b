package io.exitbrain.topology.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {

    private static final long SILENCE_MS = 5_500;
    private static final long STEP_MS = 250;

    private final Membership membership = new Membership(SILENCE_MS);
    private long nowMs = 1_000;
    private long answers;

    private void observeFor(long ms) {
        for (long end = nowMs + ms; nowMs < end; ) {
            nowMs += STEP_MS;
            membership.observe(Map.of("a", answers), nowMs);
        }
    }

    private void joined() {
        observeFor(STEP_MS);
        answers = 2;
        observeFor(STEP_MS);
    }

    @Test
    void shouldNotBeConfirmedBeforeTheGroupHasAnsweredTwice() {
        assertThat(membership.isConfirmed(nowMs)).isFalse();

        answers = 1;
        observeFor(STEP_MS);
        assertThat(membership.isConfirmed(nowMs)).isFalse();

        answers = 2;
        observeFor(STEP_MS);
        assertThat(membership.isConfirmed(nowMs)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5500, true", "5501, false"})
    void shouldLoseItsConfirmationInALongSilence(long silenceMs, boolean isConfirmed) {
        joined();

        assertThat(membership.isConfirmed(nowMs + silenceMs)).isEqualTo(isConfirmed);
    }

    /** The first answer after a pause may say that the process is no member any more. */
    @Test
    void shouldNeedTwoAnswersAfterAPause() {
        joined();
        nowMs += 10_000;
        assertThat(membership.isConfirmed(nowMs)).isFalse();

        answers += 1;
        membership.observe(Map.of("a", answers), nowMs);
        assertThat(membership.isConfirmed(nowMs)).isFalse();

        answers += 1;
        observeFor(STEP_MS);
        assertThat(membership.isConfirmed(nowMs))
                .as("one of two may be from before the pause")
                .isFalse();

        answers += 1;
        observeFor(STEP_MS);
        assertThat(membership.isConfirmed(nowMs)).isTrue();
    }

    @Test
    void shouldNeedTwoAnswersAfterASilence() {
        joined();
        observeFor(6_000);
        answers += 1;
        observeFor(STEP_MS);
        assertThat(membership.isConfirmed(nowMs)).isFalse();

        answers += 1;
        observeFor(STEP_MS);
        assertThat(membership.isConfirmed(nowMs)).isTrue();
    }

    @Test
    void shouldNeedEveryConsumer() {
        joined();
        membership.observe(Map.of("a", answers, "b", 1L), nowMs += STEP_MS);
        assertThat(membership.isConfirmed(nowMs)).isFalse();

        membership.observe(Map.of("a", answers), nowMs += STEP_MS);
        assertThat(membership.isConfirmed(nowMs))
                .as("a consumer that is gone does not count")
                .isTrue();
    }

    @Test
    void shouldNotBeConfirmedWithoutAConsumer() {
        joined();
        membership.observe(Map.of(), nowMs += STEP_MS);

        assertThat(membership.isConfirmed(nowMs)).isFalse();
    }
}
