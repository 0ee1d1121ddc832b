package io.exitbrain.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class CommitPacerTest {

    private static final long NOW = 1_000_000;

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final CommitPacer.Pace pace = new CommitPacer.Pace();
    private final CommitPacer commit = new CommitPacer(context, pace);

    /** A commit that ended at {@code endMs}. */
    private void committed(long endMs) {
        pace.begins();
        context.resetCommit();
        at(endMs);
        commit.processing(endMs);
    }

    private void at(long nowMs) {
        context.setCurrentSystemTimeMs(nowMs);
    }

    private CapturedPunctuator waiting() {
        return context.scheduledPunctuators().get(0);
    }

    @Test
    void shouldRequestACommitAtOnceAfterASilence() {
        at(NOW);

        commit.emitted(NOW);

        assertThat(context.committed()).isTrue();
        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    @Test
    void shouldLeaveTimeToProcessAfterTheEndOfACommit() {
        committed(NOW);
        at(NOW + 1);

        commit.emitted(NOW);

        assertThat(context.committed()).isFalse();
        assertThat(waiting().getInterval().toMillis()).isEqualTo(CommitPacer.GAP_MS - 1);

        waiting().getPunctuator().punctuate(NOW + CommitPacer.GAP_MS);
        assertThat(context.committed()).isTrue();
        assertThat(waiting().cancelled()).isTrue();
    }

    @Test
    void shouldRequestACommitAtOnceWhenThatTimeIsOver() {
        committed(NOW);
        at(NOW + CommitPacer.GAP_MS);

        commit.emitted(NOW);

        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldScheduleOneRequestForAllOutput() {
        committed(NOW);

        commit.emitted(NOW);
        commit.emitted(NOW);

        assertThat(context.scheduledPunctuators()).hasSize(1);
    }

    @Test
    void shouldNotHurryForHistory() {
        at(NOW);

        commit.emitted(NOW - CommitPacer.LIVE_MS - 1);
        assertThat(context.committed()).isFalse();

        commit.emitted(NOW - CommitPacer.LIVE_MS);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldNotWaitForAClockThatWasSetBack() {
        committed(NOW);
        at(NOW - 60_000);

        commit.emitted(NOW - 60_000);

        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldLetTheOtherTasksOfTheThreadRequestACommitAfterItsTaskHasClosed() {
        committed(NOW);
        commit.emitted(NOW);
        CommitPacer other = new CommitPacer(context, pace);

        commit.close();
        other.emitted(NOW);

        assertThat(waiting().cancelled()).isTrue();
        assertThat(context.scheduledPunctuators()).hasSize(2);
    }

    @Test
    void shouldCountARequestAsTheCommitWhenNoStoreReportsCommits() {
        at(NOW);
        commit.emitted(NOW);
        context.resetCommit();
        commit.processing(NOW);

        commit.emitted(NOW);

        assertThat(context.committed()).isFalse();
        assertThat(context.scheduledPunctuators()).hasSize(1);
    }

    @Test
    void shouldWaitForTheReportOfAStoreThatReportsCommits() {
        pace.observed();
        at(NOW);
        commit.emitted(NOW);
        context.resetCommit();
        commit.processing(NOW);

        commit.emitted(NOW);

        assertThat(context.committed()).isTrue();
    }
}
