package io.exitbrain.serdes.price;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.faults;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.refusal;
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
                "{'markPrice':1.50,'price':'1.50','time':1763999999005,'E':6} | 1.50 | 1763999999005",
                "{'price':'2','E':1763999999006,'timestamp':7} | 2 | 1763999999006",
                "{'p':3,'timestamp':'1763999999007','ts':8} | 3 | 1763999999007",
                "{'p':3,'ts':1763999999} | 3 | 1763999999000",
                "{'p':3} | 3 | 1764000000000",
                "{'markPrice':null,'time':null,'p':3e0,'ts':1763999999008} | 3 | 1763999999008",
                "{'p':1e3,'time':'2025-11-24T15:59:59Z'} | 1000 | 1763999999000",
                "{'p':'1E-3','time':'2025-11-24T16:59:59+01:00'} | 0.001 | 1763999999000",
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
                "{} | markPrice is missing",
                "{'p':1,'p':2} | not JSON: Duplicate field 'p' (line 1, column 11)",
                "not json | not JSON: Unrecognized token 'not' (line 1, column 1)",
            })
    void shouldRefuseABadPrice(String json, String reason) {
        shouldBeRefused(read(json), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1764000002001", "'1764000002001'", "-5", "1.5", "true", "'soon'"})
    void shouldKeepAPriceWhoseTimeIsBad(String time) {
        Reading<MarkPrice> reading = read("{'p':1,'time':%s}".formatted(time));

        assertThat(accepted(reading).time()).isEqualTo(NOW);
        assertThat(faults(reading)).hasSize(1);
    }

    @Test
    void shouldTakeATimeUpToTwoSecondsAhead() {
        assertThat(accepted(read("{'p':1,'time':1764000002000}")).time()).isEqualTo(NOW + 2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'e':'24hrTicker','s':'BTCUSDT','p':'120.5','P':'0.13','r':'1'}",
                "{'e':'24hrTicker','s':'BTCUSDT','p':'120.5'}",
                "{'e':'trade','s':'BTCUSDT','p':'95000','q':'1'}",
                "{'e':'indexPriceUpdate','i':'BTCUSD','p':'94000'}",
                "{'T':1764000000000,'s':'BTCUSDT','S':'Buy','v':'0.001','p':'94000','L':'PlusTick','i':'2','BT':false}",
            })
    void shouldSkipAPriceThatIsNoMarkPrice(String json) {
        assertThat(read(json)).isInstanceOf(Reading.Skipped.class);
        accepted(read("{'e':'markPriceUpdate','s':'BTCUSDT','p':'1'}"));
        assertThat(read(json)).as("after a price of the usual shape").isInstanceOf(Reading.Skipped.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'s':'BTCUSDT','p':'120.5','P':'0.13'}",
                "{'s':'BTCUSDT','p':'120.5','q':'1'}",
                "{'symbol':'BTCUSDT','price':'95000','side':'BUY'}",
                "{'symbol':'BTCUSDT','price':95000,'amount':0.01}",
            })
    void shouldRefuseAPriceThatMayBeAnother(String json) {
        assertThat(refusal(read(json))).contains("mark price");
    }

    @Test
    void shouldRefuseANullValue() {
        shouldBeRefused(reader.read("BTCUSDT", null, NOW), "value is null: a price cannot be deleted");
    }

    private Reading<MarkPrice> read(String json) {
        return reader.read("BTCUSDT", json(json), NOW);
    }
}
