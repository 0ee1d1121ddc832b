package io.exitbrain.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Invariant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check of the auditor can fail: every {@link Mutation} of a good run breaks exactly one invariant. */
class AuditorTest {

    private final RecordedRun run = GoodRun.play();

    @Test
    void shouldFindNothingInAGoodRun() {
        assertThat(run.findings(GoodRun.INPUTS.size())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindExactlyTheBrokenInvariant(Mutation mutation) {
        mutation.apply(run);

        assertThat(run.findings(mutation.step() + 1))
                .extracting(Finding::invariant)
                .isNotEmpty()
                .containsOnly(mutation.broken());
    }

    @Test
    void shouldFindRunsThatDiffer() {
        List<List<Line>> good = run.outputs().stream().map(List::copyOf).toList();
        assertThat(RunComparison.compare(Invariant.I9, good, good)).isEmpty();

        Mutation.LOOSENED_BY_A_TICK.apply(run);

        assertThat(RunComparison.compare(Invariant.I9, good, run.outputs()))
                .extracting(Finding::invariant)
                .containsExactly(Invariant.I9);
        assertThat(RunComparison.compare(Invariant.I12, good, good.subList(0, GoodRun.MOVED + 1)))
                .extracting(Finding::invariant)
                .containsExactly(Invariant.I12);
    }

    @Test
    void shouldHaveAMutationForEveryInvariant() {
        Stream<Invariant> mutated = Arrays.stream(Mutation.values()).map(Mutation::broken);

        assertThat(Stream.concat(mutated, Stream.of(Invariant.I9, Invariant.I12)))
                .contains(Invariant.values());
    }
}
