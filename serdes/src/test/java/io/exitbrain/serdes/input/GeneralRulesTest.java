package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.bytes;
import static io.exitbrain.serdes.Readings.faults;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.refusal;
import static io.exitbrain.serdes.Readings.sentRound;
import static io.exitbrain.serdes.Readings.shouldBeRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.Limits;
import io.exitbrain.serdes.price.MarkPriceReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of all input topics, tested on the smallest message. */
class GeneralRulesTest {

    private final MarkPriceReader reader = new MarkPriceReader();

    static Stream<MessageReader<?>> readers() {
        return Stream.of(
                new OrderFillReader(),
                new PositionReader(),
                new MarkPriceReader(),
                new ExecutionReportReader(),
                new InstrumentReader(),
                new ExitContextReader());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void shouldRefuseAValueThatIsNoMessageOnEveryTopic(MessageReader<?> reader) {
        assertThat(refusal(reader.read("BTCUSDT", bytes("not json"), NOW))).startsWith("not JSON: ");
        assertThat(refusal(reader.read("BTC USDT", bytes("{}"), NOW)))
                .isEqualTo(
                        "key must be a symbol (letters, digits and . _ : / @ -, at most 60 bytes of UTF-8), was \"BTC USDT\"");
        assertThat(refusal(reader.read("BTCUSDT", new byte[1_048_576], NOW)))
                .isEqualTo("value is 1048576 bytes, the limit is 65536");
        assertThat(refusal(reader.read("BTCUSDT", bytes("{}"), -1))).isEqualTo("record timestamp must be >= 0, was -1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | value is empty: expected a JSON object",
                "`  ` | not JSON: nothing but white space",
                "`{'markPrice':1` | not JSON: Unexpected end-of-input (line 1, column 15)",
                "`{'markPrice':1} x` | not JSON: Unrecognized token 'x' (line 1, column 17)",
                "`{'markPrice':1}{'markPrice':1}` | not JSON: something follows the object (line 1, column 16)",
                "`{'markPrice':1,}` | not JSON: Unexpected character ('}' (code 125)) (line 1, column 16)",
                "`{'markPrice':Infinity}` | not JSON: Non-standard token 'Infinity' (line 1, column 22)",
                "`{'markPrice':NaN}` | not JSON: Non-standard token 'NaN' (line 1, column 17)",
                "`{'markPrice':0x10}` | not JSON: Unexpected character ('x' (code 120)) (line 1, column 15)",
                "`{'markPrice':01}` | not JSON: Invalid numeric value (line 1, column 15)",
                "`{p:1}` | not JSON: Unexpected character ('p' (code 112)) (line 1, column 2)",
                "`{'markPrice':1,'markPrice':2}` | not JSON: Duplicate field 'markPrice' (line 1, column 27)",
                "`{'markPrice':1,'x':{'y':1,'y':2}}` | not JSON: Duplicate field 'y' (line 1, column 30)",
                "`7` | value must be a JSON object, was 7",
                "`'text'` | value must be a JSON object, was \"text\"",
            })
    void shouldRefuseAValueThatIsNotOneJsonObject(String value, String reason) {
        shouldBeRefused(read(value), reason);
    }

    @Test
    void shouldRefuseAValueThatIsNotUtf8() {
        byte[] latin1 = "{\"markPrice\":1,\"x\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "{\"markPrice\":1}".getBytes(StandardCharsets.UTF_16LE);
        byte[] overlong = bytes("{\"markPrice\":1,\"x\":\"..\"}");
        overlong[12] = (byte) 0xC0;
        overlong[13] = (byte) 0x80;

        shouldBeRefused(reader.read("BTCUSDT", latin1, NOW), "value is not UTF-8");
        shouldBeRefused(reader.read("BTCUSDT", overlong, NOW), "value is not UTF-8");
        assertThat(refusal(reader.read("BTCUSDT", utf16, NOW))).startsWith("not JSON: ");
    }

    @Test
    void shouldTakeAValueUpToTheLimit() {
        shouldBeRefused(read(ofLength(Limits.VALUE_BYTES + 1)), "value is 65537 bytes, the limit is 65536");
        assertThat(accepted(read(ofLength(Limits.VALUE_BYTES))).price()).isEqualTo("1");
    }

    @Test
    void shouldTakeNestingUpToTheLimit() {
        assertThat(accepted(read("{'markPrice':1,'x':" + "[".repeat(15) + "]".repeat(15) + "}"))
                        .price())
                .isEqualTo("1");
        shouldBeRefused(
                read("{'markPrice':1,'x':" + "[".repeat(16) + "]".repeat(16) + "}"), "nesting is deeper than 16");
        shouldBeRefused(read("{'markPrice':1,'x':" + "[".repeat(60_000)), "nesting is deeper than 16");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "1.50,1.50",
        "95012.30,95012.30",
        "1e3,1000",
        "1.5E+1,15",
        "1e-3,0.001",
        "9007199254740993,9007199254740993",
        "0.1234567890123456789012345678901234567890,0.1234567890123456789012345678901234567890",
    })
    void shouldReadDecimalsExactly(String written, BigDecimal price) {
        assertThat(accepted(read("{'markPrice':%s}".formatted(written))).price())
                .isEqualTo(price);
        assertThat(accepted(read("{'markPrice':'%s'}".formatted(written))).price())
                .isEqualTo(price);
    }

    @Test
    void shouldReadLeadingZerosOfAString() {
        assertThat(accepted(read("{'markPrice':'007.0'}")).price()).isEqualTo(new BigDecimal("7.0"));
    }

    @Test
    void shouldReadEveryNumberInPlainNotation() {
        assertThat(accepted(read("{'markPrice':1e63}")).price()).isEqualTo(new BigDecimal("1" + "0".repeat(63)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e64", "1e400", "1e-64", "1E99999", "1e999999999", "1e-2147483648", "1e99999999999999999999"})
    void shouldRefuseNumbersLongerThanTheLimit(String number) {
        String expected = "markPrice must have at most 64 digits in plain notation, was ";

        shouldBeRefused(read("{'markPrice':%s}".formatted(number)), expected + number);
        shouldBeRefused(read("{'markPrice':'%s'}".formatted(number)), expected + '"' + number + '"');
    }

    @Test
    void shouldTakeSixtyFourDigitsAndNoMore() {
        String digits = "1234567890".repeat(7);

        assertThat(accepted(read("{'markPrice':%s}".formatted(digits.substring(0, 64))))
                        .price())
                .isEqualTo(digits.substring(0, 64));
        assertThat(accepted(read("{'markPrice':'%s.%s'}".formatted(digits.substring(0, 4), digits.substring(0, 60))))
                        .price()
                        .precision())
                .isEqualTo(64);
        assertThat(refusal(read("{'markPrice':%s}".formatted(digits.substring(0, 65)))))
                .contains("at most 64 digits");
        assertThat(refusal(read("{'markPrice':0.%s}".formatted(digits.substring(0, 64)))))
                .contains("at most 64 digits");
    }

    @Test
    void shouldRefuseHugeNumbersAtOnce() {
        String digits = "9".repeat(65_000);

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 50; i++) {
                shouldBeRefused(
                        read("{'markPrice':%s}".formatted(digits)),
                        "markPrice must have at most 64 digits in plain notation, was " + "9".repeat(79) + "…");
                accepted(read("{'markPrice':1,'ignored':%s}".formatted(digits)));
                accepted(read("{'markPrice':1,'ignored':1e999999999}"));
            }
        });
    }

    @Test
    void shouldRefuseAMillionDigitsByTheSizeOfTheValue() {
        byte[] value = new byte[1_000_006];
        Arrays.fill(value, (byte) '9');

        shouldBeRefused(reader.read("BTCUSDT", value, NOW), "value is 1000006 bytes, the limit is 65536");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "-", "+1", ".5", "5.", "1_000", "1,5", "1 ", "१", "1e", "1e+", "--1", "1f", "1d", "0b1"})
    void shouldNotGuessADecimal(String text) {
        shouldBeRefused(
                read("{'markPrice':'%s'}".formatted(text)),
                "markPrice must be a decimal number, was \"%s\"".formatted(text));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1763999999000,1763999999000",
                "'1763999999000',1763999999000",
                "1.763999999e12,1763999999000",
                "1763999999,1763999999000",
                "1763999999.5,1763999999500",
                "'1763999999.123',1763999999123",
                "1763999999000123,1763999999000",
                "'1763999999000999999',1763999999000",
                "'2025-11-24T15:59:59Z',1763999999000",
                "'2025-11-24T15:59:59.123Z',1763999999123",
                "'2025-11-24T15:59:59.1239999Z',1763999999123",
                "'2025-11-24T16:59:59+01:00',1763999999000",
            })
    void shouldReadTimesInEveryNotation(String time, long milliseconds) {
        assertThat(accepted(read("{'markPrice':1,'time':%s}".formatted(time))).time())
                .isEqualTo(milliseconds);
    }

    @Test
    void shouldShortenQuotes() {
        String reason = refusal(read("{'markPrice':'%s'}".formatted("x".repeat(500))));

        assertThat(reason).isEqualTo("markPrice must be a decimal number, was \"" + "x".repeat(79) + "…\"");
    }

    @Test
    void shouldQuoteOnlyCharactersThatCanBeWritten() {
        assertThat(refusal(read("{'markPrice':'a\\u0000b\\ud800c\\nd'}")))
                .isEqualTo("markPrice must be a decimal number, was \"a\uFFFDb\uFFFDc\uFFFDd\"");
        assertThat(refusal(read("{'markPrice':'%s😀😀'}".formatted("x".repeat(78)))))
                .endsWith("x…\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "BTCUSDT",
                "1000PEPE-USDT.P:X_2",
                "kPEPE",
                "xyz:TSLA",
                "BTC/USDT:USDT",
                "BTC-USD@P",
                "币安人生USDT",
                "ΒTC",
                "0123456789",
                "7"
            })
    void shouldTakeEverySymbolOfTheContract(String symbol) {
        assertThat(accepted(reader.read(symbol, json("{'markPrice':1,'s':'%s'}".formatted(symbol)), NOW))
                        .symbol())
                .isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BTC USDT", "*", "BTC+", "BTC\u0301", "币币币币币币币币币币币币币币币币币币币币币"})
    void shouldRefuseOtherSymbols(String symbol) {
        assertThat(refusal(reader.read(symbol, json("{'markPrice':1}"), NOW)))
                .isEqualTo(
                        "key must be a symbol (letters, digits and . _ : / @ -, at most 60 bytes of UTF-8), was \"%s\""
                                .formatted(symbol));
        assertThat(refusal(reader.read("BTCUSDT", json("{'markPrice':1,'s':'%s'}".formatted(symbol)), NOW)))
                .isEqualTo(
                        "symbol (s) must be a symbol (letters, digits and . _ : / @ -, at most 60 bytes of UTF-8), was \"%s\""
                                .formatted(symbol));
    }

    @ParameterizedTest
    @CsvSource({"btcusdt,BTCUSDT", "1000shibusdt,1000SHIBUSDT", "btc/usdt:usdt,BTC/USDT:USDT"})
    void shouldRefuseTheNameOfAStream(String stream, String symbol) {
        shouldBeRefused(
                reader.read(stream, json("{'markPrice':1}"), NOW),
                "key must be written as the exchange does: %s, was \"%s\"".formatted(symbol, stream));
        assertThat(Symbols.isSymbol(bytes(stream))).isFalse();
        assertThat(Symbols.isSymbol(bytes(symbol))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT/LONG", "BTCUSDT/SHORT"})
    void shouldRefuseTheKeyOfAPlan(String key) {
        shouldBeRefused(
                reader.read(key, json("{'markPrice':1}"), NOW),
                "key must be a symbol without a position side at its end, was \"%s\"".formatted(key));
        assertThat(Symbols.isSymbol(bytes(key))).isFalse();
        assertThat(Symbols.isSymbol(bytes(key + "S"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "999999999",
                "100000000001",
                "999999999999",
                "'176400000000000'",
                "1e30",
                "'2001-01-01T00:00:00Z'"
            })
    void shouldTakeATimeOutsideOfAllRangesAsBad(String time) {
        Reading<MarkPrice> reading = read("{'markPrice':1,'time':%s}".formatted(time));

        assertThat(faults(reading)).hasSize(1);
        assertThat(accepted(reading).time()).isEqualTo(NOW);
    }

    @Test
    void shouldSendARecordUnderAnotherKeyToItsSymbol() {
        byte[] value = json("{'markPrice':1,'s':'ETHUSDT'}");

        for (String key : Arrays.asList(null, "BTCUSDT", "no symbol")) {
            assertThat(sentRound(reader.read(key, value, NOW)))
                    .isEqualTo(new Element.Message(
                            MessageKind.MARK_PRICE, "ETHUSDT", json("{'symbol':'ETHUSDT','markPrice':1}")));
        }
        shouldBeRefused(
                reader.read(null, json("{'markPrice':1,'symbol':'BTCUSDT','s':'ETHUSDT'}"), NOW),
                "symbol and s are given and differ");
    }

    @Test
    void shouldRefuseARecordThatNamesNoSymbol() {
        shouldBeRefused(reader.read(null, json("{'markPrice':1}"), NOW), "key is null; symbol is missing");
        shouldBeRefused(reader.read(null, bytes("no"), NOW), "not JSON: Unrecognized token 'no' (line 1, column 1)");
        shouldBeRefused(reader.read(null, null, NOW), "key is null; value is null: nothing names the symbol");
        shouldBeRefused(
                reader.read(null, json("{'symbol':'btc','markPrice':1}"), NOW),
                "symbol must be written as the exchange does: BTC, was \"btc\"");
    }

    private Reading<MarkPrice> read(String json) {
        return reader.read("BTCUSDT", json(json), NOW);
    }

    private static String ofLength(int bytes) {
        String frame = "{'markPrice':1,'x':'%s'}";
        return frame.formatted("x".repeat(bytes - frame.length() + 2));
    }
}
