package io.exitbrain.serdes.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes in one step give the same result as one by one. */
class EightBytesTest {

    private static final Random RANDOM = new Random(8);

    @Test
    void shouldDistinguishDigitsFromTheCharactersNextToThem() {
        for (int i = 0; i < EightBytes.SIZE; i++) {
            for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                byte[] text = "12345678".getBytes(StandardCharsets.US_ASCII);
                text[i] = (byte) value;
                assertThat(EightBytes.areDigits(EightBytes.at(text, 0)))
                        .as("%d at %d", value, i)
                        .isEqualTo(value >= '0' && value <= '9');
            }
        }
    }

    @Test
    void shouldReadDigitsAsTheirNumber() {
        for (String digits : new String[] {"00000000", "99999999", "12345678", "00000001", "90000000"}) {
            assertThat(number(digits)).isEqualTo(Long.parseLong(digits));
        }
        for (int i = 0; i < 10_000; i++) {
            String digits = "%08d".formatted(RANDOM.nextInt(100_000_000));
            assertThat(number(digits)).isEqualTo(Long.parseLong(digits));
        }
    }

    private static long number(String digits) {
        return EightBytes.number(EightBytes.at(digits.getBytes(StandardCharsets.US_ASCII), 0));
    }

    @Test
    void shouldCompareOnlyTheStart() {
        for (int i = 0; i < 10_000; i++) {
            byte[] some = new byte[EightBytes.SIZE];
            RANDOM.nextBytes(some);
            byte[] others = some.clone();
            others[RANDOM.nextInt(EightBytes.SIZE)] ^= (byte) (1 << RANDOM.nextInt(Byte.SIZE));
            for (int length = 0; length < EightBytes.SIZE; length++) {
                assertThat(EightBytes.haveSameStart(EightBytes.at(some, 0), EightBytes.at(others, 0), length))
                        .isEqualTo(Arrays.equals(some, 0, length, others, 0, length));
            }
        }
    }

    @Test
    void shouldNotReadPastTheEnd() {
        assertThat(EightBytes.areAt(new byte[10], 2)).isTrue();
        assertThat(EightBytes.areAt(new byte[10], 3)).isFalse();
    }
}
