package io.exitbrain.topology.fast.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two keys are equal where their texts are, whatever their length. */
class SymbolKeyTest {

    private static final int MAX_CHARACTERS = 40;
    private static final String CHARACTERS = "AB0";

    private static SymbolKey key(String symbol) {
        SymbolKey key = new SymbolKey();
        key.become(symbol.getBytes(StandardCharsets.UTF_8));
        return key;
    }

    @Test
    void shouldBeEqualOnlyToTheSameSymbol() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String symbol = symbol(random);
            String other = random.nextBoolean() ? changed(symbol, random) : symbol(random);

            assertThat(key(symbol)).isEqualTo(key(symbol)).hasSameHashCodeAs(key(symbol));
            assertThat(key(symbol).equals(key(other)))
                    .as("%s and %s", symbol, other)
                    .isEqualTo(symbol.equals(other));
        }
    }

    private static String symbol(Random random) {
        StringBuilder symbol = new StringBuilder();
        for (int i = random.nextInt(MAX_CHARACTERS); i >= 0; i--) {
            symbol.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return symbol.toString();
    }

    /** {@code symbol} with one character added, removed or replaced. */
    private static String changed(String symbol, Random random) {
        int at = random.nextInt(symbol.length());
        String inserted = random.nextBoolean() ? "9" : "";
        return symbol.substring(0, at) + inserted + symbol.substring(at + random.nextInt(2));
    }

    @Test
    void shouldSpreadSymbolsThatDifferInADigit() {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            hashes.add(key("S" + i + "USDT").hashCode() & 0x3FFF);
        }

        // 10,000 random hashes in 16,384 buckets would fill 7,484 of them.
        assertThat(hashes.size()).isBetween(7_000, 8_000);
    }

    @Test
    void shouldTakeAnotherSymbol() {
        SymbolKey key = key("A".repeat(30));
        key.become("BTCUSDT".getBytes(StandardCharsets.UTF_8));

        assertThat(key).isEqualTo(key("BTCUSDT"));
    }
}
