package io.exitbrain.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.exitbrain.audit.AuditSettings;
import io.exitbrain.audit.Auditor;
import io.exitbrain.audit.Verdict;
import io.exitbrain.audit.VerdictText;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.domain.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The whole auditor finds nothing in random histories: adds, reductions, flips, both sides, reports, bad records. */
class RandomAuditTest {

    private static final int EVENTS = 300;
    private static final long HISTORIES = 200;

    @Test
    void shouldFindNothingInTheLinesOfRandomHistories() {
        Optional<String> failure = LongStream.rangeClosed(1, HISTORIES)
                .parallel()
                .mapToObj(RandomAuditTest::failureOf)
                .flatMap(Optional::stream)
                .findAny();

        failure.ifPresent(text -> fail("%s", text));
    }

    /** The rules give each recorded command again. */
    @Test
    void shouldDeriveEveryCommandOfRandomHistories() {
        for (long seed = 1; seed <= 10; seed++) {
            Verdict verdict = verdictOn(seed, new AuditSettings(Policy.DEFAULT, true, finding -> {}));

            assertThat(verdict.commands()).as("seed %d", seed).isPositive();
            assertThat(verdict.rederived().orElseThrow().differences())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static Optional<String> failureOf(long seed) {
        Verdict verdict = verdictOn(seed, new AuditSettings(Policy.DEFAULT, false, finding -> {}));
        return verdict.isClean()
                ? Optional.empty()
                : Optional.of("seed %d: %s".formatted(seed, VerdictText.of(verdict)));
    }

    private static Verdict verdictOn(long seed, AuditSettings settings) {
        try (Auditor auditor = Auditor.ofLines(settings)) {
            played(seed).forEach(auditor::feed);
            auditor.finish();
            return auditor.verdict();
        }
    }

    private static List<AuditRecord> played(long seed) {
        List<Line> history = RandomHistory.of(seed, EVENTS);
        List<AuditRecord> records = new ArrayList<>();
        Placeholders placeholders = new Placeholders();
        try (WholeFlow engine = new WholeFlow(Policy.DEFAULT, history.get(0).timestamp())) {
            for (Line template : history) {
                Line line = placeholders.resolve(template);
                List<Line> emitted = engine.send(line);
                placeholders.observe(emitted);
                records.add(recordOf(line, records.size()));
                emitted.forEach(output -> records.add(recordOf(output, records.size())));
            }
        }
        return records;
    }

    private static AuditRecord recordOf(Line line, int number) {
        String place = "line " + (number + 1);
        return line.isAdvance()
                ? AuditRecord.clock(line.timestamp(), place)
                : new AuditRecord(
                        line.topic(),
                        line.key(),
                        line.value().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        line.reason(),
                        line.timestamp(),
                        place,
                        Optional.empty(),
                        line.reason().flatMap(Coordinates::lastIn));
    }
}
