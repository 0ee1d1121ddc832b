package io.exitbrain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Invariant;
import io.exitbrain.audit.measure.Unprotected;
import io.exitbrain.audit.record.AuditRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check of the auditor can fail: every {@link Mutation} of a good day breaks exactly one invariant, in lines and in topics. */
class AuditorTest {

    /** They are proved by the re-derivation and by the versions (I7, I3), not by a check of their own. */
    private static final Set<Invariant> WITHOUT_A_CHECK = Set.of(Invariant.I9, Invariant.I12);

    private final Recording day = GoodDay.play();

    @Test
    void shouldFindNothingInAGoodDay() {
        Verdict lines = day.asLines(AuditSettings.DEFAULT);
        Verdict topics = day.asTopics(AuditSettings.DEFAULT);

        assertThat(lines.findings()).isEmpty();
        assertThat(topics.findings()).isEmpty();
        assertThat(lines.inOneLine()).isEqualTo("0 violations in 8 commands of 1 symbol");
        assertThat(topics.inOneLine()).isEqualTo(lines.inOneLine());
    }

    @Test
    void shouldDeriveTheSameCommands() {
        for (Verdict verdict : List.of(day.asLines(AuditSettings.DEFAULT), day.asTopics(AuditSettings.DEFAULT))) {
            assertThat(verdict.rederived().orElseThrow().unexplained()).isZero();
            assertThat(verdict.rederived().orElseThrow().matched()).isEqualTo(7);
            assertThat(verdict.rederived().orElseThrow().repeated()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindExactlyTheBrokenInvariantInLines(Mutation mutation) {
        Verdict verdict = mutation.applied(day).asLines(AuditSettings.DEFAULT);

        assertThat(verdict.findings())
                .extracting(Finding::invariant)
                .isNotEmpty()
                .containsOnly(mutation.broken());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindExactlyTheBrokenInvariantInTopics(Mutation mutation) {
        Verdict verdict = mutation.applied(day).asTopics(AuditSettings.DEFAULT);

        assertThat(verdict.findings())
                .extracting(Finding::invariant)
                .isNotEmpty()
                .containsOnly(mutation.broken());
    }

    @Test
    void shouldHaveAMutationForEveryInvariant() {
        Stream<Invariant> mutated = Arrays.stream(Mutation.values()).map(Mutation::broken);

        assertThat(Stream.concat(mutated, WITHOUT_A_CHECK.stream())).contains(Invariant.values());
    }

    @Test
    void shouldNameTheRecordAndItsCause() {
        Finding finding = Mutation.LOOSENED_BY_A_TICK
                .applied(day)
                .asTopics(AuditSettings.DEFAULT)
                .findings()
                .get(0);

        assertThat(finding.place()).isEqualTo("trailing-stop-commands-0@2");
        assertThat(finding.cause()).isEqualTo("mark-prices-0@1");
        assertThat(finding.symbol()).isEqualTo(GoodDay.SYMBOL);
    }

    /** The engine closed the whole position, but the record has a smaller fill. */
    @Test
    void shouldFindACancelThatTheFillsDoNotExplain() {
        Recording changed = day.first(GoodDay.SHORT_CLOSED + 1);
        changed.change(GoodDay.SHORT_CLOSED, "order-fills", fill -> fill.put("quantity", "9"));

        assertThat(changed.asLines(AuditSettings.DEFAULT).findings())
                .extracting(Finding::invariant)
                .contains(Invariant.I13);
    }

    @Test
    void shouldNotJudgeAPositionThatIsOlderThanTheRecord() {
        Recording cut = day.from(GoodDay.MOVED);

        assertThat(cut.asTopics(AuditSettings.DEFAULT).isClean()).isFalse();
        Verdict verdict = cut.asTopicsWithoutBegin(AuditSettings.DEFAULT);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.begunBefore()).isEqualTo(1);
    }

    @Test
    void shouldStillFindAGapOfVersionsInARecordThatBeginsInTheMiddle() {
        Recording cut = day.from(GoodDay.MOVED);
        cut.change(
                GoodDay.FIRED - GoodDay.MOVED,
                Recording.COMMANDS,
                exit -> exit.put("version", 7)
                        .put("commandId", exit.path("planId").asText() + "-7"));

        assertThat(cut.asTopicsWithoutBegin(AuditSettings.DEFAULT).findings())
                .extracting(Finding::invariant)
                .contains(Invariant.I7);
    }

    @Test
    void shouldTakeAMissingPlanForCompactedIfALaterOneIsThere() {
        Recording compacted = day.copy();
        compacted.drop(GoodDay.OPENED, record -> record.topic().equals(Recording.PLANS));

        Verdict verdict = compacted.asTopics(AuditSettings.DEFAULT);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.compacted()).isPositive();
    }

    @Test
    void shouldTellTheListenerEachViolation() {
        List<Finding> told = new ArrayList<>();
        AuditSettings settings = new AuditSettings(AuditSettings.DEFAULT.policy(), false, told::add);

        Verdict verdict = Mutation.NOT_REDUCE_ONLY.applied(day).asLines(settings);

        assertThat(told).isEqualTo(verdict.findings()).hasSize(1);
    }

    @Test
    void shouldWarnOfACommandThatTheRulesDoNotGive() {
        Recording changed = day.copy();
        changed.change(GoodDay.MOVED, Recording.COMMANDS, move -> move.put("stopPrice", "101.40"));
        changed.change(GoodDay.MOVED, Recording.EVENTS, event -> event.put("detail", "changed"));

        Verdict verdict = changed.first(GoodDay.MOVED + 1).asTopics(AuditSettings.DEFAULT);

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.rederived().orElseThrow().differences())
                .anyMatch(difference -> difference.startsWith("recorded, but the rules do not give it"))
                .anyMatch(difference -> difference.startsWith("the rules give it, but it is not recorded"));
    }

    @Test
    void shouldTakeARunOfMovesThatIsReplacedByItsLastForACatchUp() {
        List<Recording.In> inputs = new ArrayList<>(GoodDay.INPUTS.subList(0, 2));
        inputs.add(GoodDay.in(2, "mark-prices", "{'p':'103'}"));
        inputs.add(GoodDay.in(3, "mark-prices", "{'p':'104'}"));
        Recording run = Recording.of(inputs);
        run.drop(2, any -> true);
        run.change(3, Recording.COMMANDS, move -> {
            move.put("version", 2);
            move.put("commandId", move.path("planId").asText() + "-2");
        });

        Verdict verdict = run.asLines(AuditSettings.DEFAULT);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rederived().orElseThrow().caughtUp()).isEqualTo(1);
        assertThat(verdict.rederived().orElseThrow().unexplained()).isZero();
    }

    /** The same position is opened and closed again and again. The command fits the open one in all but its plan. */
    @Test
    void shouldFindACommandThatIsRepeatedLongAfterItsPlanHasEnded() {
        List<Recording.In> inputs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String side = i % 2 == 0 ? "BUY" : "SELL";
            inputs.add(GoodDay.in(
                    i, "order-fills", "{'side':'%s','price':'100','quantity':'10','fillId':'%d'}".formatted(side, i)));
        }
        Recording run = Recording.of(inputs.subList(0, 39));
        assertThat(run.asTopics(AuditSettings.DEFAULT).findings()).isEmpty();
        AuditRecord first = run.at(0, Recording.COMMANDS).get(0);
        run.add(38, Recording.at(first, run.at(38, "order-fills").get(0).timestamp()));

        for (Verdict verdict : List.of(run.asLines(AuditSettings.DEFAULT), run.asTopics(AuditSettings.DEFAULT))) {
            assertThat(verdict.findings()).extracting(Finding::invariant).containsOnly(Invariant.I8);
        }
    }

    @Test
    void shouldMeasureTheTimeWithoutProtection() {
        Recording late = day.first(GoodDay.LEG_FILLED);
        List<AuditRecord> protection = new ArrayList<>(late.at(GoodDay.OPENED, Recording.PLANS));
        protection.addAll(late.at(GoodDay.OPENED, Recording.COMMANDS));
        late.drop(GoodDay.OPENED, any -> true);
        long laterMs = late.at(GoodDay.OPENED + 1, "mark-prices").get(0).timestamp();
        protection.forEach(record -> late.add(GoodDay.OPENED + 1, Recording.at(record, laterMs)));

        Verdict verdict = late.asLines(AuditSettings.DEFAULT);

        assertThat(verdict.findings()).extracting(Finding::invariant).contains(Invariant.I1);
        assertThat(verdict.unprotected())
                .containsExactly(new Unprotected(GoodDay.SYMBOL, laterMs - 1_000, Optional.of(laterMs), "audit"));
        assertThat(verdict.toProtection().max()).isEqualTo(1_000);
    }
}
