package io.exitbrain.lab.recording;

import static io.exitbrain.lab.recording.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.record.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the entries of the tables stand in a recording. */
class TablesTest {

    private static final AuditRecord FIRST_PRICE = entry("mark-prices", 0, "A", 100);

    private final Tables tables = new Tables();
    private final List<String> written = new ArrayList<>();

    private void write(AuditRecord record) {
        written.add(record.topic() + " " + record.key().orElse("") + " " + record.timestamp());
    }

    @Test
    void shouldPutOlderEntriesFirstAndLaterOnesAtTheirTimes() {
        tables.add(entry("instruments", 0, "A", 10));
        tables.add(entry("exit-context", 0, "A", 50));
        tables.add(entry("exit-context", 0, "A", 150));

        tables.before(FIRST_PRICE, this::write);
        assertThat(written).containsExactly("instruments A 10", "exit-context A 50");

        tables.before(entry("mark-prices", 0, "A", 149), this::write);
        assertThat(written).hasSize(2);
        tables.before(entry("mark-prices", 0, "A", 150), this::write);
        assertThat(written).endsWith("exit-context A 150");
        assertThat(tables.lifted()).isZero();
    }

    @Test
    void shouldPutTheFirstEntryOfAnInstrumentThatIsLeftAtTheBegin() {
        tables.add(entry("instruments", 0, "A", 10));
        tables.add(entry("instruments", 0, "A", 200));
        tables.add(entry("instruments", 0, "B", 300));
        tables.add(entry("instruments", 0, "B", 400));
        tables.add(entry("instruments", 0, "C", Optional.empty(), 500));
        tables.add(entry("exit-context", 0, "B", 600));

        tables.before(FIRST_PRICE, this::write);

        assertThat(written).containsExactly("instruments A 10", "instruments B 100");
        assertThat(tables.lifted()).isEqualTo(1);
        tables.rest(this::write);
        assertThat(written)
                .endsWith("instruments A 200", "instruments B 400", "instruments C 500", "exit-context B 600")
                .hasSize(6);
    }

    @Test
    void shouldKeepAllEntriesWhereThereIsNoOtherRecord() {
        tables.add(entry("instruments", 0, "A", 10));
        tables.add(entry("instruments", 0, "A", 20));

        tables.rest(this::write);

        assertThat(written).containsExactly("instruments A 10", "instruments A 20");
    }
}
