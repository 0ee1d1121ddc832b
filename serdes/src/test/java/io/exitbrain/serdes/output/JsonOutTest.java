package io.exitbrain.serdes.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutTest {

    private static final int DECIMALS = 50_000;

    private static String decimal(BigDecimal decimal) {
        return text(JsonOut.bytes(out -> out.decimal("d", decimal)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0",
                "0.00000000",
                "-0.5",
                "-12",
                "100",
                "0.000000000000000001",
                "0.0000000000000000001",
                "999999999999999999",
                "9999999999999999999",
                "-999999999999999.999",
                "1E+3",
                "123456789012345678901234567890.123"
            })
    void shouldWriteADecimalAsItsPlainString(BigDecimal decimal) {
        assertThat(decimal(decimal)).isEqualTo("{\"d\":\"" + decimal.toPlainString() + "\"}");
    }

    @Test
    void shouldWriteAnyDecimalAsItsPlainString() {
        Random random = new Random(6);
        for (int i = 0; i < DECIMALS; i++) {
            BigDecimal decimal = new BigDecimal(
                    new BigInteger(random.nextInt(80), random).multiply(BigInteger.valueOf(random.nextInt(3) - 1)),
                    random.nextInt(24) - 2);
            assertThat(decimal(decimal)).isEqualTo("{\"d\":\"" + decimal.toPlainString() + "\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -1, 1_764_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldWriteNumbersBare(long number) {
        assertThat(text(JsonOut.bytes(out -> out.number("n", number)))).isEqualTo("{\"n\":" + number + "}");
    }

    @Test
    void shouldSeparateFieldsOfNestedObjectsAndOfThoseAfterThem() {
        byte[] json =
                JsonOut.bytes(out -> out.object("a", a -> a.flag("b", true).nothing("c"))
                        .objects("d", List.of(1, 2), (item, number) -> item.number("n", number))
                        .objects("e", List.of(), (item, number) -> item.nothing("n"))
                        .object("f", f -> {})
                        .text("g", "h"));

        assertThat(text(json))
                .isEqualTo("{\"a\":{\"b\":true,\"c\":null},\"d\":[{\"n\":1},{\"n\":2}],\"e\":[],\"f\":{},\"g\":\"h\"}");
    }

    @Test
    void shouldGrowWithItsContent() {
        String text = "é\"\n".repeat(1_000);

        assertThat(text(JsonOut.bytes(out -> out.text("long", text).text("after", "it"))))
                .isEqualTo("{\"long\":\"" + "é\\\"\\n".repeat(1_000) + "\",\"after\":\"it\"}");
    }
}
