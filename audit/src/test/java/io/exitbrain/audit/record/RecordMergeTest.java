package io.exitbrain.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordMergeTest {

    private static final long YEAR_MS = 365L * 24 * 3_600_000;

    private final RecordMerge merge = new RecordMerge(List.of("a", "b"));

    @Test
    void shouldMergeByTheTimestamps() {
        add("a", 1, 4, 5);
        add("b", 2, 3, 6);

        assertThat(passed()).containsExactly("a@1", "b@2", "b@3", "a@4", "a@5", "b@6");
    }

    @Test
    void shouldPassTheFirstNamedPartitionFirstWhenTimesAreEqual() {
        add("b", 5, 5);
        add("a", 5);

        assertThat(passed()).containsExactly("a@5", "b@5", "b@5");
    }

    @Test
    void shouldNotLetATimestampOfAYearAheadHoldItsPartitionBack() {
        add("a", 1, YEAR_MS, 3, 5);
        add("b", 2, 4, 6);

        assertThat(passed()).containsExactly("a@1", "b@2", "a@" + YEAR_MS, "a@3", "b@4", "a@5", "b@6");
    }

    @Test
    void shouldNotLetSeveralTimestampsAheadHoldTheirPartitionBack() {
        add("a", YEAR_MS, 2 * YEAR_MS, YEAR_MS, 3);
        add("b", 2, 4);

        assertThat(passed()).containsExactly("b@2", "a@" + YEAR_MS, "a@" + 2 * YEAR_MS, "a@" + YEAR_MS, "a@3", "b@4");
    }

    /** So the engine merges them, too. */
    @Test
    void shouldKeepATimestampThatIsALittleAhead() {
        add("a", 30_003, 3);
        add("b", 2, 4);

        assertThat(passed()).containsExactly("b@2", "b@4", "a@30003", "a@3");
    }

    @Test
    void shouldPassATimestampThatIsFarBehindAtOnce() {
        add("a", 100_000, 1, 100_002);
        add("b", 100_001, 100_003);

        assertThat(passed()).containsExactly("a@100000", "a@1", "b@100001", "a@100002", "b@100003");
    }

    @Test
    void shouldSayByWhichTimeARecordWasOrdered() {
        add("a", 1, YEAR_MS, 3, 2, 5);

        assertThat(merged()).extracting(AuditRecord::mergeTime).containsExactly(1L, 2L, 3L, 3L, 5L);
    }

    private void add(String partition, long... timestamps) {
        for (long timestamp : timestamps) {
            merge.add(
                    partition,
                    AuditRecord.at(
                            partition, partition, Optional.empty(), Optional.empty(), Optional.empty(), timestamp));
        }
    }

    private List<AuditRecord> merged() {
        List<AuditRecord> merged = new ArrayList<>();
        merge.pass(any -> true, merged::add);
        return merged;
    }

    private List<String> passed() {
        return merged().stream()
                .map(record -> record.place() + "@" + record.timestamp())
                .toList();
    }
}
