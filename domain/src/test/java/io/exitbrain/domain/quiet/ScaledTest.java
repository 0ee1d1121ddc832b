package io.exitbrain.domain.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaledTest {

    @ParameterizedTest
    @CsvSource({
        "100, 8, 10000000000",
        "100.12345678, 8, 10012345678",
        "100.123456789, 8, -1",
        "100.1234567800, 8, -1",
        "1E+5, 2, 10000000",
        "9999999999.99999999, 8, 999999999999999999",
        "10000000000, 8, -1",
        "1E+66, 8, -1",
        "0.0000000000000001, 16, 1",
        "1E-17, 16, -1"
    })
    void shouldBeExactOrNone(String price, int scale, long expected) {
        assertThat(Scaled.exactly(new BigDecimal(price), scale)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "100.123456789, 8, 10012345678, 10012345679",
        "100, 8, 10000000000, 10000000000",
        "1E-17, 16, 0, 1",
        "1E+66, 8, 9223372036854775806, 9223372036854775806"
    })
    void shouldRoundDownAndUp(String price, int scale, long down, long up) {
        assertThat(Scaled.down(new BigDecimal(price), scale)).isEqualTo(down);
        assertThat(Scaled.up(new BigDecimal(price), scale)).isEqualTo(up);
    }

    @Test
    void shouldOrderPricesAsDecimalsDo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(2_000), random.nextInt(12));
            BigDecimal edge = BigDecimal.valueOf(1 + random.nextInt(2_000), random.nextInt(12));
            long scaled = Scaled.exactly(price, 8);

            if (scaled != Scaled.NONE) {
                assertThat(scaled > Scaled.down(edge, 8))
                        .as("seed %d: %s > %s", seed, price, edge)
                        .isEqualTo(price.compareTo(edge) > 0);
                assertThat(scaled >= Scaled.up(edge, 8))
                        .as("seed %d: %s >= %s", seed, price, edge)
                        .isEqualTo(price.compareTo(edge) >= 0);
                assertThat(BigDecimal.valueOf(scaled, 8).setScale(12, RoundingMode.UNNECESSARY))
                        .isEqualByComparingTo(price);
            }
        }
    }
}
