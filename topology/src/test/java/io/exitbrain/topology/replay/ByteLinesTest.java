package io.exitbrain.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

    private static List<String> read(byte[] bytes) throws IOException {
        ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes));
        List<String> read = new ArrayList<>();
        while (lines.advance()) {
            read.add(lines.text());
        }
        return read;
    }

    /** A reader of Java knows the same ends of lines. */
    @Test
    void shouldEndLinesAsAReaderDoes() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append("a\u00e9\n\r".charAt(random.nextInt(4)));
            }

            assertThat(read(text.toString().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new BufferedReader(new StringReader(text.toString()))
                            .lines()
                            .toList());
        }
    }

    @Test
    void shouldReadALineLongerThanItsBuffer() throws IOException {
        String longLine = "x".repeat(3_000_000);

        assertThat(read(("a\n" + longLine + "\r\nb").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("a", longLine, "b");
    }

    @Test
    void shouldRefuseBytesThatAreNoText() {
        assertThatThrownBy(() -> read(new byte[] {'a', (byte) 0xC3, '\n'}))
                .isInstanceOf(CharacterCodingException.class);
    }
}
