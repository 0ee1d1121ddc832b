package io.exitbrain.serdes.price;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.faults;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.shouldBeRefused;
import static io.exitbrain.serdes.Readings.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.input.Reading;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkPriceReaderTest {

    private final MarkPriceReader reader = new MarkPriceReader();

    @Test
    void shouldReadTheExchangesOwnPayload() {
        byte[] payload = json("""
                {'e':'markPriceUpdate','E':1562305380000,'s':'BTCUSDT','p':'11794.15','i':'11784.6','P':'11784.25',
                 'r':'0.0003','T':1562306400000}""");

        assertThat(reader.read("BTCUSDT", payload, NOW))
                .isEqualTo(new Reading.Accepted<>(
                        new MarkPrice("BTCUSDT", new BigDecimal("11794.15"), 1_562_305_380_000L), List.of()));
    }

    @Test
    void shouldNotReadTheNextFundingTimeAsTheTime() {
        MarkPrice price = sound(read("{'p':'1','T':%d}".formatted(NOW + 8 * 3_600_000)));

        assertThat(price.time()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'markPrice':1.50,'price':2,'p':3,'time':5,'E':6} | 1.50 | 5",
                "{'price':'2','p':3,'E':6,'timestamp':7} | 2 | 6",
                "{'p':3,'timestamp':'7','ts':8} | 3 | 7",
                "{'p':3,'ts':8} | 3 | 8",
                "{'p':3} | 3 | 1764000000000",
                "{'markPrice':null,'time':null,'p':3e0,'ts':8} | 3 | 8",
                "{'p':1e3,'time':'1970-01-01T00:00:01Z'} | 1000 | 1000",
                "{'p':'1E-3','time':'1970-01-01T01:00:01+01:00'} | 0.001 | 1000",
            })
    void shouldTakeTheFirstPresentAlias(String json, BigDecimal price, long time) {
        assertThat(accepted(read(json))).isEqualTo(new MarkPrice("BTCUSDT", price, time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'p':0} | markPrice (p) must be > 0, was 0",
                "{'p':'-1'} | markPrice (p) must be > 0, was \"-1\"",
                "{'price':'abc'} | markPrice (price) must be a decimal number, was \"abc\"",
                "{} | markPrice is missing (also read from price, p)",
                "{'p':1,'p':2} | not JSON: Duplicate field 'p' (line 1, column 11)",
                "not json | not JSON: Unrecognized token 'not' (line 1, column 1)",
                "[{'p':1}] | value must be a JSON object, was an array",
            })
    void shouldRefuseABadPrice(String json, String reason) {
        shouldBeRefused(read(json), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1764000060001", "'1764000060001'", "-5", "1.5", "true", "'soon'"})
    void shouldKeepAPriceWhoseTimeIsBad(String time) {
        Reading<MarkPrice> reading = read("{'p':1,'time':%s}".formatted(time));

        assertThat(accepted(reading).time()).isEqualTo(NOW);
        assertThat(faults(reading)).hasSize(1);
    }

    @Test
    void shouldTakeATimeUpToOneMinuteAhead() {
        assertThat(accepted(read("{'p':1,'time':1764000060000}")).time()).isEqualTo(NOW + 60_000);
    }

    @Test
    void shouldRefuseANullValue() {
        shouldBeRefused(reader.read("BTCUSDT", null, NOW), "value is null: a price cannot be deleted");
    }

    private Reading<MarkPrice> read(String json) {
        return reader.read("BTCUSDT", json(json), NOW);
    }
}
