package io.exitbrain.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.exitbrain.domain.Policy;
import io.exitbrain.topology.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random histories against the whole flow: whatever happens, every invariant holds. {@code -Daudit.first=7 -Daudit.seeds=1} plays one
 * seed again, larger numbers play more.
 */
class RandomHistoriesTest {

    private static final int EVENTS = 300;
    private static final long FIRST_SEED = Long.getLong("audit.first", 1);
    private static final long SEEDS = Long.getLong("audit.seeds", 1_000);

    @Test
    void shouldHoldEveryInvariantInRandomHistories() {
        Optional<String> failure = LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                .parallel()
                .mapToObj(RandomHistoriesTest::failureOf)
                .flatMap(Optional::stream)
                .findAny();

        failure.ifPresent(text -> fail("%s", text));
    }

    @Test
    void shouldGiveTheSameBytesForTheSameInput() {
        assertSaysTheSame(RandomHistoriesTest::engine, 20);
    }

    /** As with very many symbols: each state is left to the store with each commit, here after every record. */
    @Test
    void shouldGiveTheSameBytesWhenNoStateStaysDecoded() {
        assertSaysTheSame(RandomHistoriesTest::forgetful, 200);
    }

    /** The engine and {@code other} say the same, byte by byte, in the first {@code seeds} histories. */
    private static void assertSaysTheSame(Subject.Start other, int seeds) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + Math.min(SEEDS, seeds); seed++) {
            List<Line> history = Histories.of(seed, EVENTS);

            List<Finding> differences = Twins.compare(
                    Invariant.I9,
                    Audit.of(history, RandomHistoriesTest::engine).outputs(),
                    Audit.of(history, other).outputs());

            assertThat(differences).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void shouldForgetNothingWhenAllThatIsLeftAfterEachStepIsTheStoredState() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + Math.min(SEEDS, 200); seed++) {
            List<Line> history = Histories.of(seed, EVENTS);

            List<List<Line>> kept = played(history, new RulesAlone(false));
            List<Finding> differences = Twins.compare(Invariant.I12, kept, played(history, new RulesAlone(true)));

            assertThat(kept.stream().mapToInt(List::size).sum()).isPositive();
            assertThat(differences).as("seed %d", seed).isEmpty();
        }
    }

    private static List<List<Line>> played(List<Line> history, Subject engine) {
        try (engine) {
            Told told = new Told();
            List<List<Line>> outputs = new ArrayList<>();
            for (Line line : history) {
                outputs.add(engine.send(told.resolved(line)));
                told.heard(outputs.get(outputs.size() - 1));
            }
            return outputs;
        }
    }

    private static Optional<String> failureOf(long seed) {
        List<Line> history = Histories.of(seed, EVENTS);
        Audit audit = Audit.of(history, RandomHistoriesTest::engine);
        return audit.passed()
                ? Optional.empty()
                : Optional.of("seed %d breaks a rule after %d events. As short as it gets:%n%s"
                        .formatted(seed, audit.lines().size(), audit.shrunk(history, RandomHistoriesTest::engine)));
    }

    private static Subject engine(long wallClockMs) {
        return new WholeFlow(Policy.DEFAULT, wallClockMs);
    }

    private static Subject forgetful(long wallClockMs) {
        return new WholeFlow(Engine.with(Policy.DEFAULT).withDecodedSymbols(0), wallClockMs);
    }
}
