package io.exitbrain.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that is misread would make the audit judge something else than what happened. */
class RecordLinesTest {

    private static AuditRecord parsed(String line) {
        return new RecordLines("day.jsonl").parse(line.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'topic':'mark-prices','key':'A','value':{'p':1.50},'timestamp':7}           | {"p":1.50}
            {'topic':'mark-prices','key':'A','valueText':'not json','timestamp':7}       | not json
            {'topic':'mark-prices','partition':2,'offset':9,'key':'A','payload':'x','ts':7} | x
            """)
    void shouldReadTheValueAsItIsWritten(String line, String value) {
        assertThat(parsed(line).text()).isEqualTo(value);
    }

    @Test
    void shouldReadWhereAMessageFirstCame() {
        assertThat(parsed("{'topic':'positions','partition':1,'offset':2,'key':'A','value':{},'timestamp':7,"
                                + "'origin':'exchange-events-0@9'}")
                        .origin())
                .contains(new Coordinates("exchange-events", 0, 9));
    }

    @Test
    void shouldReadBytesThatAreNoText() {
        assertThat(parsed("{'topic':'positions','key':'A','valueBase64':'/w==','timestamp':7}")
                        .value())
                .hasValueSatisfying(value -> assertThat(value).containsExactly(0xff));
    }

    @Test
    void shouldReadARecordWithoutAValueWhereItIsWrittenSo() {
        assertThat(parsed("{'topic':'exit-plans','key':'A','value':null,'timestamp':7}")
                        .value())
                .isEmpty();
        assertThat(parsed("{'topic':'exit-plans','partition':0,'offset':1,'key':'A','payload':null,'ts':7}")
                        .value())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'topic':'exit-plans','key':'A','vlaue':{},'timestamp':7}            | exactly one of [value, valueText, valueBase64, payload] must be given
            {'topic':'exit-plans','key':'A','value':1,'valueText':'2','timestamp':7} | exactly one of [value, valueText, valueBase64, payload] must be given
            {'topic':'exit-plans','key':'A','valueBase64':'?','timestamp':7}     | valueBase64 must be Base64
            {'topic':'exit-plans','key':7,'value':{},'timestamp':7}              | key must be a text or null, was 7
            {'topic':'exit-plans','key':'A','value':{},'timestamp':'7'}          | timestamp must be epoch milliseconds
            {'topic':'exit-plans','key':'A','key':'B','value':{},'timestamp':7}  | is not JSON: Duplicate field
            {'key':'A','value':{},'timestamp':7}                                 | topic is missing
            """)
    void shouldRefuseWhatItWouldMisread(String line, String fault) {
        assertThatThrownBy(() -> parsed(line))
                .isInstanceOf(InvalidRecord.class)
                .hasMessageStartingWith("day.jsonl:1: ")
                .hasMessageContaining(fault);
    }
}
