package io.exitbrain.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Invariant;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random histories through the whole flow: every invariant holds in each of them. {@code -Daudit.first=7 -Daudit.seeds=1}
 * plays seed 7 only; a larger {@code audit.seeds} plays more.
 */
class RandomHistoriesTest {

    private static final int EVENTS = 300;
    private static final long FIRST_SEED = Long.getLong("audit.first", 1);
    private static final long SEEDS = Long.getLong("audit.seeds", 1_000);

    /** By how much the engine's clock is later than the first record of the histories that it catches up with, milliseconds. */
    private static final long[] LATE_MS = {2_001, 20_000, 60_000, 86_400_000};

    @Test
    void shouldHoldEveryInvariantInRandomHistories() {
        Optional<String> failure = LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                .parallel()
                .mapToObj(seed -> failureOf(seed, RandomHistoriesTest::engine))
                .flatMap(Optional::stream)
                .findAny();

        failure.ifPresent(text -> fail("%s", text));
    }

    /** The first records are history, the later ones the present. */
    @Test
    void shouldHoldEveryInvariantWhileItCatchesUp() {
        Optional<String> failure = LongStream.range(FIRST_SEED, FIRST_SEED + Math.min(SEEDS, 200))
                .parallel()
                .mapToObj(seed ->
                        failureOf(seed, wallClockMs -> late(seed, FlowContext.with(Policy.DEFAULT), wallClockMs)))
                .flatMap(Optional::stream)
                .findAny();

        failure.ifPresent(text -> fail("%s", text));
    }

    @Test
    void shouldGiveTheSameBytesForTheSameInput() {
        assertSameOutputs(20, RandomHistoriesTest::flow, RandomHistoriesTest::flow);
    }

    /** No state stays decoded: the store holds every state after each record, as with very many symbols. */
    @Test
    void shouldGiveTheSameBytesWhenNoStateStaysDecoded() {
        assertSameOutputs(200, RandomHistoriesTest::flow, seed -> flow(seed).withDecodedSymbols(0));
    }

    /**
     * The plain lane is the specification of the fast lane: plans, commands, events and dead letters are equal, whatever the policy is. A
     * rule that makes a price or the time matter and has no limit in {@code QuietRules} shows here.
     */
    @Test
    void shouldGiveTheSameBytesOnBothLanesAndWithoutKafkaStreamsUnderRandomPolicies() {
        Optional<String> difference = LongStream.range(FIRST_SEED, FIRST_SEED + Math.min(SEEDS, 500))
                .parallel()
                .mapToObj(seed -> differenceOfAllRoads(seed))
                .flatMap(Optional::stream)
                .findAny();

        difference.ifPresent(text -> fail("%s", text));
    }

    @Test
    void shouldGiveTheSameBytesOnBothLanesWhileTheyCatchUp() {
        Optional<String> difference = LongStream.range(FIRST_SEED, FIRST_SEED + Math.min(SEEDS, 200))
                .parallel()
                .mapToObj(seed -> laneDifferenceOf(seed, (flow, wallClockMs) -> late(seed, flow, wallClockMs)))
                .flatMap(Optional::stream)
                .findAny();

        difference.ifPresent(text -> fail("%s", text));
    }

    /** An engine whose clock is later than the first record. */
    private static EngineUnderTest late(long seed, FlowContext flow, long firstRecordMs) {
        return new WholeFlow(flow.withHistory(), firstRecordMs + LATE_MS[(int) (seed % LATE_MS.length)]);
    }

    /** The fast lane against the plain lane, and against a replay, which calls the processors directly. */
    private static Optional<String> differenceOfAllRoads(long seed) {
        List<Line> history = RandomHistory.of(seed, EVENTS);
        long firstMs = history.get(0).timestamp();
        List<List<Line>> fast = played(history, new WholeFlow(fast(seed), firstMs));
        List<List<Line>> plain = played(history, new WholeFlow(fast(seed).with(Lane.PLAIN), firstMs));
        List<List<Line>> direct = played(history, WholeFlow.direct(fast(seed), firstMs));
        return firstOf(seed, "the lanes differ", RunComparison.compare(Invariant.I9, fast, plain))
                .or(() -> firstOf(seed, "a replay differs", RunComparison.compare(Invariant.I9, fast, direct)));
    }

    private static Optional<String> firstOf(long seed, String what, List<Finding> differences) {
        return differences.stream().findFirst().map(found -> "seed %d: %s: %s".formatted(seed, what, found));
    }

    private static FlowContext fast(long seed) {
        return FlowContext.with(RandomPolicy.of(seed));
    }

    private static Optional<String> laneDifferenceOf(long seed, BiFunction<FlowContext, Long, EngineUnderTest> engine) {
        return differenceOf(seed, fast(seed), engine, fast(seed).with(Lane.PLAIN), engine);
    }

    private static Optional<String> differenceOf(
            long seed,
            FlowContext first,
            BiFunction<FlowContext, Long, EngineUnderTest> firstEngine,
            FlowContext second,
            BiFunction<FlowContext, Long, EngineUnderTest> secondEngine) {
        List<Line> history = RandomHistory.of(seed, EVENTS);
        long firstMs = history.get(0).timestamp();
        List<Finding> differences = RunComparison.compare(
                Invariant.I9,
                played(history, firstEngine.apply(first, firstMs)),
                played(history, secondEngine.apply(second, firstMs)));
        return firstOf(seed, "the outputs differ", differences);
    }

    /** The outputs are equal, byte by byte, in the first {@code seeds} histories. */
    private static void assertSameOutputs(
            int seeds, LongFunction<FlowContext> first, LongFunction<FlowContext> second) {
        Optional<String> difference = LongStream.range(FIRST_SEED, FIRST_SEED + Math.min(SEEDS, seeds))
                .parallel()
                .mapToObj(seed ->
                        differenceOf(seed, first.apply(seed), WholeFlow::new, second.apply(seed), WholeFlow::new))
                .flatMap(Optional::stream)
                .findAny();

        difference.ifPresent(text -> fail("%s", text));
    }

    private static FlowContext flow(long seed) {
        return FlowContext.with(Policy.DEFAULT);
    }

    @Test
    void shouldForgetNothingWhenOnlyTheStoredStateRemainsAfterEachStep() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + Math.min(SEEDS, 200); seed++) {
            List<Line> history = RandomHistory.of(seed, EVENTS);

            List<List<Line>> kept = played(history, new RulesAlone(false));
            List<Finding> differences =
                    RunComparison.compare(Invariant.I12, kept, played(history, new RulesAlone(true)));

            assertThat(kept.stream().mapToInt(List::size).sum()).isPositive();
            assertThat(differences).as("seed %d", seed).isEmpty();
        }
    }

    private static List<List<Line>> played(List<Line> history, EngineUnderTest engine) {
        try (engine) {
            Placeholders placeholders = new Placeholders();
            List<List<Line>> outputs = new ArrayList<>();
            for (Line line : history) {
                outputs.add(engine.send(placeholders.resolve(line)));
                placeholders.observe(outputs.get(outputs.size() - 1));
            }
            return outputs;
        }
    }

    private static Optional<String> failureOf(long seed, EngineUnderTest.Starter engine) {
        List<Line> history = RandomHistory.of(seed, EVENTS);
        Audit audit = Audit.of(history, engine);
        return audit.passed()
                ? Optional.empty()
                : Optional.of("seed %d breaks an invariant after %d events. Shortest history:%n%s"
                        .formatted(seed, audit.lines().size(), audit.shrunk(history, engine)));
    }

    /** It writes the same bytes as the topology, as another test shows, in less time. */
    private static EngineUnderTest engine(long wallClockMs) {
        return WholeFlow.direct(FlowContext.with(Policy.DEFAULT), wallClockMs);
    }
}
