package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.faults;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.shouldBeRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.ExecutionReport;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionReportReaderTest {

    private final ExecutionReportReader reader = new ExecutionReportReader();

    @Test
    void shouldReadEveryField() {
        assertThat(accepted(read("""
                {'symbol':'BTCUSDT','commandId':'7Q2M4XK0H3ZD9A1B-3','status':'REJECTED','stopPrice':'94572.0',
                 'reason':'would trigger immediately','time':'2025-11-24T15:59:59.999Z'}""")))
                .isEqualTo(new ExecutionReport(
                        "BTCUSDT",
                        "7Q2M4XK0H3ZD9A1B-3",
                        ExecutionReport.Status.REJECTED,
                        Optional.of(new BigDecimal("94572.0")),
                        Optional.of("would trigger immediately"),
                        1_763_999_999_999L));
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,ACCEPTED",
        "new,ACCEPTED",
        "REJECTED,REJECTED",
        "reject,REJECTED",
        "filled,FILLED",
        "CANCELED,CANCELED",
        "Cancelled,CANCELED",
        "EXPIRED,CANCELED",
        "EXPIRED_IN_MATCH,CANCELED",
        "Deactivated,CANCELED",
        "PARTIALLY_FILLED,ACCEPTED",
        "PartiallyFilled,ACCEPTED",
        "Untriggered,ACCEPTED",
        "TRIGGERED,ACCEPTED",
        "live,ACCEPTED",
        "effective,ACCEPTED",
        "open,ACCEPTED"
    })
    void shouldUnderstandTheUsualWordsForAStatus(String word, ExecutionReport.Status status) {
        assertThat(accepted(read("{'commandId':'x-1','status':'%s'}".formatted(word)))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'status':'FILLED'} | commandId is missing",
                "{'commandId':'','status':'FILLED'} | commandId must be a text of 1 to 128 characters or a whole number, was \"\"",
                "{'commandId':'x-1'} | status is missing",
                "{'commandId':'x-1','status':'DONE'} | status must be ACCEPTED, REJECTED, FILLED or CANCELED, was \"DONE\"",
                "{'commandId':'x-1','status':1} | status must be ACCEPTED, REJECTED, FILLED or CANCELED, was 1",
            })
    void shouldRefuseABadRequiredField(String json, String reason) {
        shouldBeRefused(read(json), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'stopPrice':-1 | stopPrice must be >= 0, was -1",
                "'reason':7 | reason must be a text of at most 1024 characters, was 7",
                "'time':'2025-11-24' | time must be epoch seconds, milliseconds, microseconds or nanoseconds, or ISO-8601 with an offset, was \"2025-11-24\"",
            })
    void shouldKeepAReportWhoseOptionalFieldIsBad(String field, String fault) {
        Reading<ExecutionReport> reading = read("{'commandId':'x-1','status':'ACCEPTED',%s}".formatted(field));

        assertThat(faults(reading)).containsExactly(fault);
        assertThat(accepted(reading))
                .isEqualTo(accepted(read("{'commandId':'x-1','status':'ACCEPTED','stopPrice':0,'reason':''}")));
    }

    @Test
    void shouldRefuseANullValue() {
        shouldBeRefused(reader.read("BTCUSDT", null, NOW), "value is null: an execution report cannot be deleted");
    }

    private Reading<ExecutionReport> read(String json) {
        return reader.read("BTCUSDT", json(json), NOW);
    }
}
