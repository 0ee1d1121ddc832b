package io.exitbrain.serdes.price;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.input.GeneralMarkPriceReader;
import io.exitbrain.serdes.input.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The byte-by-byte reader and the general reader must give the same reading of every input. */
class MarkPriceAgreementTest {

    private static final int INPUTS = 20_000;

    private static final List<String> NAMES = List.of(
            "symbol",
            "s",
            "markPrice",
            "price",
            "p",
            "time",
            "E",
            "timestamp",
            "ts",
            "T",
            "e",
            "i",
            "r",
            "x",
            "",
            "P",
            "ap",
            "side");

    private static final List<String> VALUES = List.of(
            "\"BTCUSDT\"",
            "\"BTCUSDT\"",
            "\"markPriceUpdate\"",
            "\"24hrTicker\"",
            "\"ETHUSDT\"",
            "\"11794.15\"",
            "11794.15",
            "\"0\"",
            "0",
            "0.0",
            "-1",
            "\"-1\"",
            "1e3",
            "1E-3",
            "\"1e400\"",
            "00.5",
            "\"00.5\"",
            "\".5\"",
            "\"5.\"",
            ".5",
            "5.",
            "\"+1\"",
            "NaN",
            "\"NaN\"",
            "null",
            "true",
            "\"\"",
            "\" 1\"",
            "{}",
            "[]",
            "[1,{\"p\":2}]",
            "1764000000000",
            "\"1764000000000\"",
            "1764000002000",
            "1764000002001",
            "1764000000",
            "1764000000000000",
            "100000000000000",
            "100000000000001",
            "-5",
            "\"-5\"",
            "\"2025-11-24T16:00:00Z\"",
            "\"2025-11-24T16:00:00+01:00\"",
            "123456789012345678",
            "1234567890123456789",
            "0.123456789012345678901",
            "\"0000000000000000001\"",
            "\"a\\u0041\"",
            "\"é\"",
            "\"\u007f\"",
            "\"\t\"",
            "99999999999999999999999999",
            "\"१\"");

    private static final List<String> KEYS = List.of(
            "BTCUSDT",
            "BTCUSDT",
            "BTCUSDT",
            "ETHUSDT",
            "kPEPE",
            "BTC/USDT:USDT",
            "BTC/LONG",
            "币",
            "btc",
            "",
            "A B",
            "*");
    private static final long[] TIMESTAMPS = {NOW, NOW, NOW, NOW, NOW, 0, -1, Long.MAX_VALUE};
    private static final String GRAIN = "{}[]\",:.-+eE0159 \n\t\\pstuln\u0000é";

    private final MarkPriceReader fast = new MarkPriceReader();
    private final GeneralMarkPriceReader general = new GeneralMarkPriceReader();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261101})
    void shouldReadTheSameBothWays(long seed) {
        System.out.println("MarkPriceAgreementTest seed " + seed);
        Random random = new Random(seed);
        int good = 0;
        int flat = 0;

        for (int i = 0; i < INPUTS; i++) {
            byte[] value = input(random);
            String key = pick(random, KEYS);
            long timestamp = TIMESTAMPS[random.nextInt(TIMESTAMPS.length)];

            Reading<MarkPrice> expected = general.read(key, value, timestamp);
            assertThat(fast.read(key, value, timestamp))
                    .as("seed %d, input %d, key %s, %s", seed, i, key, new String(value, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            good += expected instanceof Reading.Accepted ? 1 : 0;
            flat += new PlainPrice().read(value, key.getBytes(StandardCharsets.UTF_8), timestamp) ? 1 : 0;
        }

        assertThat(good).as("good inputs, seed %d", seed).isBetween(INPUTS / 10, INPUTS * 9 / 10);
        assertThat(flat).as("inputs of the usual shape, seed %d", seed).isGreaterThan(INPUTS / 20);
    }

    private static byte[] input(Random random) {
        String json = random.nextInt(4) == 0 ? anyObject(random) : likelyObject(random);
        StringBuilder mutated = new StringBuilder(json);
        for (int i = random.nextInt(3) * random.nextInt(2); i > 0; i--) {
            mutate(random, mutated);
        }
        byte[] value = bytes(mutated.toString());
        if (random.nextInt(20) == 0 && value.length > 0) {
            value[random.nextInt(value.length)] = (byte) random.nextInt(256);
        }
        return value;
    }

    private static String likelyObject(Random random) {
        List<String> fields = new ArrayList<>(List.of(
                "\"e\":\"markPriceUpdate\"",
                "\"E\":" + (NOW - random.nextInt(1_000)),
                "\"s\":\"BTCUSDT\"",
                "\"p\":\"%d.%02d\"".formatted(random.nextInt(100_000), random.nextInt(100)),
                "\"T\":1764003600000"));
        if (random.nextInt(4) == 0) {
            fields.set(random.nextInt(fields.size()), anyField(random));
        }
        Collections.shuffle(fields, random);
        return joined(random, fields);
    }

    private static String anyObject(Random random) {
        List<String> fields = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> anyField(random))
                .collect(Collectors.toList());
        return joined(random, fields);
    }

    private static String anyField(Random random) {
        return "\"%s\":%s".formatted(pick(random, NAMES), pick(random, VALUES));
    }

    private static String joined(Random random, List<String> fields) {
        String space = random.nextInt(3) == 0 ? " \r\n\t" : "";
        return space + "{" + space + String.join(space + "," + space, fields) + "}" + space;
    }

    private static void mutate(Random random, StringBuilder json) {
        int at = random.nextInt(json.length() + 1);
        if (random.nextBoolean() && at < json.length()) {
            json.deleteCharAt(at);
        } else {
            json.insert(at, GRAIN.charAt(random.nextInt(GRAIN.length())));
        }
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
