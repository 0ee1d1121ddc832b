package io.exitbrain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.Recording.In;
import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Invariant;
import io.exitbrain.domain.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics that are merged by times which say little of the order in which the engine read the records. */
class OrderTest {

    private static final long SEEDS = 25;
    private static final long SEEDS_OF_CHANGES = 4;
    private static final long DOUBTFUL_SEED = 10;
    private static final AuditSettings CHECKS_ONLY = new AuditSettings(Policy.DEFAULT, false, finding -> {});
    private static final long YEAR_MS = 365L * 24 * 3_600_000;

    /** The clock of the producer of another symbol is a year ahead. */
    private final Recording future = Recording.of(withFuture());

    private static List<In> withFuture() {
        List<In> inputs = new ArrayList<>();
        for (In in : GoodDay.INPUTS) {
            inputs.add(in);
            if (!in.topic().equals("instruments")) {
                inputs.add(In.of(in.topic(), "ETHUSDT", "{'p':'3000'}", in.timestamp() + YEAR_MS));
            }
        }
        return inputs;
    }

    @Test
    void shouldFindNothingWhenAnotherSymbolIsAYearAhead() {
        Verdict verdict = future.asMergedTopics(AuditSettings.DEFAULT);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rederived().orElseThrow().differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindTheBrokenInvariantInMergedTopics(Mutation mutation) {
        Verdict verdict = mutation.applied(GoodDay.play()).asMergedTopics(AuditSettings.DEFAULT);

        assertThat(verdict.findings())
                .extracting(Finding::invariant)
                .isNotEmpty()
                .containsOnly(mutation.broken());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindNothingInAGoodRunWhoseTimesSayLittleOfTheOrder(BusyDay.Times times) {
        long doubtful = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Verdict verdict = BusyDay.play(seed, times).asMergedTopics(CHECKS_ONLY);

            assertThat(verdict.findings()).as("seed %d", seed).isEmpty();
            assertThat(verdict.commands()).as("seed %d", seed).isGreaterThan(10);
            doubtful += verdict.unknownOrders();
        }
        assertThat(doubtful).isPositive();
    }

    @Test
    void shouldSayWhereTheOrderIsNotKnown() {
        Verdict verdict = BusyDay.play(DOUBTFUL_SEED, BusyDay.Times.EQUAL).asMergedTopics(CHECKS_ONLY);

        assertThat(verdict.unknownPlaces())
                .hasSize((int) verdict.unknownOrders())
                .isNotEmpty()
                .allMatch(place -> place.matches("[a-z-]+-0@[0-9]+"));
        assertThat(VerdictText.of(verdict))
                .contains("order not known ", verdict.unknownPlaces().get(0));
        assertThat(VerdictJson.of(verdict)).contains("\"orderNotKnown\":" + verdict.unknownOrders());
    }

    @Test
    void shouldKnowTheOrderOfAGoodDay() {
        assertThat(GoodDay.play().asMergedTopics(CHECKS_ONLY).unknownOrders()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindALargerCommandWhateverTheTimes(BusyDay.Times times) {
        shouldFind(
                Invariant.I6,
                times,
                (day, step) -> day.change(
                        step,
                        Recording.COMMANDS,
                        command -> command.put(
                                "quantity", 1 + command.path("quantity").asInt())));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindAMissingStopWhateverTheTimes(BusyDay.Times times) {
        shouldFind(
                Invariant.I2,
                times,
                (day, step) -> day.drop(step, record -> record.topic().equals(Recording.COMMANDS)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindASkippedVersionWhateverTheTimes(BusyDay.Times times) {
        shouldFind(
                Invariant.I7,
                times,
                (day, step) -> day.change(
                        step,
                        Recording.COMMANDS,
                        command -> command.put("version", 2)
                                .put("commandId", command.path("planId").asText() + "-2")));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindAStopAtTheMarketWhateverTheTimes(BusyDay.Times times) {
        shouldFind(
                Invariant.I4,
                times,
                (day, step) -> day.change(
                        step,
                        Recording.COMMANDS,
                        command -> command.put(
                                "stopPrice", command.path("orderSide").asText().equals("SELL") ? "1000" : "1")));
    }

    private static void shouldFind(Invariant broken, BusyDay.Times times, BiConsumer<Recording, Integer> change) {
        for (long seed = 1; seed <= SEEDS_OF_CHANGES; seed++) {
            Recording day = BusyDay.play(seed, times);
            change.accept(day, lastPlaced(day));

            assertThat(day.asMergedTopics(CHECKS_ONLY).findings())
                    .as("seed %d", seed)
                    .extracting(Finding::invariant)
                    .contains(broken);
        }
    }

    /** The last step that places a stop, and nothing else. */
    private static int lastPlaced(Recording day) {
        for (int step = day.size() - 1; step >= 0; step--) {
            List<String> actions = day.at(step, Recording.COMMANDS).stream()
                    .map(command ->
                            command.object().orElseThrow().path("action").asText())
                    .toList();
            if (actions.equals(List.of("PLACE"))) {
                return step;
            }
        }
        throw new AssertionError("no step places a stop");
    }
}
