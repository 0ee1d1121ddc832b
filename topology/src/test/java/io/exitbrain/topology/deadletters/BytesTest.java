package io.exitbrain.topology.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @Test
    void shouldShowTextAsText() {
        assertThat(Bytes.textOrHex("{\"p\":\t\"é\"}\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"p\":\t\"é\"}\n");
    }

    @Test
    void shouldShowOtherBytesInHex() {
        assertThat(Bytes.textOrHex(new byte[] {0, 0, 0, 1, '{'})).isEqualTo("0x000000017b");
        assertThat(Bytes.textOrHex(new byte[] {(byte) 0xff, 'a'})).isEqualTo("0xff61");
        assertThat(Bytes.textOrHex(new byte[] {0x1b, '['}))
                .as("no escape reaches the terminal")
                .isEqualTo("0x1b5b");
    }

    @Test
    void shouldDumpSixteenBytesALine() {
        assertThat(Bytes.hexDump(new byte[17]).lines())
                .containsExactly("00000000  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", "00000010  00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0@12", "dead-letters/0@12", "dead-letters-0@12", " 0@12 "})
    void shouldReadCoordinates(String text) {
        assertThat(Coordinates.parse(text)).contains(new Coordinates(0, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "@12", "0@", "-1@2", "order-fills/0@12", "0@9999999999999999999"})
    void shouldNotReadWhatIsNone(String text) {
        assertThat(Coordinates.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0@1, 0@2", "0@9, 1@0"})
    void shouldOrderCoordinates(String first, String second) {
        assertThat(Coordinates.parse(first).orElseThrow())
                .isLessThan(Coordinates.parse(second).orElseThrow());
    }
}
