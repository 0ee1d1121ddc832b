package io.exitbrain.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that is written into a line is read from it byte for byte. */
class ExactValueTest {

    private static Optional<byte[]> read(String field) {
        String line = "{\"topic\":\"mark-prices\",\"key\":null," + field + ",\"timestamp\":1}";
        return ((ReplayLine.Send) new ReplayLine.Parser(Set.of("mark-prices")).parse(line)).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"p\":1.50}",
                "{\"p\": 1.50}",
                "{\"p\":1.5e3}",
                "{\"p\":1,\"p\":2}",
                "{\"p\":1} ",
                "null",
                "\"text\"",
                "not json",
                "",
                "{\"t\":\"\\u00e9\"}",
                "{\"t\":\"é\"}",
                "{\"t\":\"\\ud800\"}",
                "two\nlines"
            })
    void shouldKeepEveryByteOfText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String field = ExactValue.field(Optional.of(bytes));

        assertThat(field).doesNotContain("\n");
        assertThat(read(field)).hasValueSatisfying(value -> assertThat(value).isEqualTo(bytes));
    }

    @Test
    void shouldKeepBytesThatAreNoText() {
        byte[] bytes = {(byte) 0xff, 0, '{', (byte) 0xc3};
        String field = ExactValue.field(Optional.of(bytes));

        assertThat(field).isEqualTo("\"valueBase64\":\"/wB7ww==\"");
        assertThat(read(field)).hasValueSatisfying(value -> assertThat(value).isEqualTo(bytes));
    }

    @Test
    void shouldKeepATombstone() {
        assertThat(ExactValue.field(Optional.empty())).isEqualTo("\"value\":null");
        assertThat(read("\"value\":null")).isEmpty();
    }

    @Test
    void shouldWriteUsualJsonAsJson() {
        assertThat(ExactValue.field(Optional.of("{\"p\":\"1.50\"}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("\"value\":{\"p\":\"1.50\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "valueBase64":"?"              | valueBase64 must be Base64
            "valueBase64":7                | valueBase64 must be a text, was 7
            "valueText":"a","valueBase64":"" | exactly one of value, valueText and valueBase64 must be given
            """)
    void shouldRefuseAValueThatItWouldMisread(String field, String fault) {
        assertThatThrownBy(() -> read(field)).isInstanceOf(ReplayStopped.class).hasMessageContaining(fault);
    }
}
