package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.faults;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.shouldBeRefused;
import static io.exitbrain.serdes.Readings.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFillReaderTest {

    private static final String GOOD = "'side':'BUY','price':'95000.10','quantity':0.010";

    private final OrderFillReader reader = new OrderFillReader();

    @Test
    void shouldReadEveryField() {
        Fill fill = sound(read("""
                {'symbol':'BTCUSDT','side':'SELL','price':'95000.10','quantity':0.010,'fillId':'1001','orderId':'77',
                 'positionSide':'SHORT','reduceOnly':true,'leverage':'10','time':1763999999000,
                 'hints':{'tpPct':0.03,'slPct':'0.02','trailPct':'0.015','confidence':0.75,'strategyId':'RL_V3'}}"""));

        assertThat(fill.symbol()).isEqualTo("BTCUSDT");
        assertThat(fill.side()).isEqualTo(OrderSide.SELL);
        assertThat(fill.price()).isEqualTo(new BigDecimal("95000.10"));
        assertThat(fill.quantity()).isEqualTo(new BigDecimal("0.010"));
        assertThat(fill.fillId()).contains("1001");
        assertThat(fill.orderId()).contains("77");
        assertThat(fill.positionSide()).isEqualTo(PositionSide.SHORT);
        assertThat(fill.reduceOnly()).isTrue();
        assertThat(fill.leverage()).contains(BigDecimal.TEN);
        assertThat(fill.time()).isEqualTo(1_763_999_999_000L);
        assertThat(fill.hints().tpPct()).contains(new BigDecimal("0.03"));
        assertThat(fill.hints().slPct()).contains(new BigDecimal("0.02"));
        assertThat(fill.hints().trailPct()).contains(new BigDecimal("0.015"));
        assertThat(fill.hints().confidence()).contains(new BigDecimal("0.75"));
        assertThat(fill.hints().strategyId()).contains("RL_V3");
    }

    @Test
    void shouldTakeDefaultsForAbsentFields() {
        Fill fill = sound(read("{%s}".formatted(GOOD)));

        assertThat(fill.symbol()).isEqualTo("BTCUSDT");
        assertThat(fill.positionSide()).isEqualTo(PositionSide.BOTH);
        assertThat(fill.reduceOnly()).isFalse();
        assertThat(fill.fillId()).isEmpty();
        assertThat(fill.orderId()).isEmpty();
        assertThat(fill.leverage()).isEmpty();
        assertThat(fill.hints()).isEqualTo(ExitContext.NONE);
        assertThat(fill.time()).isEqualTo(NOW);
    }

    @Test
    void shouldReadTheExchangesShortNames() {
        Fill fill = sound(read("""
                {'s':'BTCUSDT','S':'BUY','L':'95000.1','l':'0.5','t':42,'i':8886774,'ps':'LONG','R':false,
                 'T':1763999999999,'E':1763999999000,'x':'TRADE','X':'FILLED','unknown':{'deep':[1,2,{}]}}"""));

        assertThat(fill.price()).isEqualTo("95000.1");
        assertThat(fill.quantity()).isEqualTo("0.5");
        assertThat(fill.fillId()).contains("42");
        assertThat(fill.orderId()).contains("8886774");
        assertThat(fill.positionSide()).isEqualTo(PositionSide.LONG);
        assertThat(fill.time()).isEqualTo(1_763_999_999_999L);
    }

    @Test
    void shouldTakeTheNextNameOfAnEmptyId() {
        assertThat(accepted(readWith("'fillId':'','tradeId':7")).fillId()).contains("7");
        assertThat(accepted(readWith("'fillId':''")).fillId()).isEmpty();
        assertThat(faults(readWith("'fillId':''"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BUY,BUY",
        "buy,BUY",
        "Buy,BUY",
        "B,BUY",
        "b,BUY",
        "LONG,BUY",
        "long,BUY",
        "SELL,SELL",
        "sell,SELL",
        "S,SELL",
        "SHORT,SELL",
        "Short,SELL"
    })
    void shouldUnderstandTheUsualWordsForASide(String word, OrderSide side) {
        Fill fill = accepted(read("{'side':'%s','price':1,'quantity':1}".formatted(word)));

        assertThat(fill.side()).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({
        "BOTH,BOTH",
        "both,BOTH",
        "NET,BOTH",
        "LONG,LONG",
        "l,LONG",
        "BUY,LONG",
        "Short,SHORT",
        "S,SHORT",
        "SELL,SHORT"
    })
    void shouldUnderstandTheUsualWordsForAPositionSide(String word, PositionSide positionSide) {
        assertThat(accepted(readWith("'positionSide':'%s'".formatted(word))).positionSide())
                .isEqualTo(positionSide);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'side':'BUY','price':0,'quantity':1 | price must be > 0, was 0 (an acknowledgement is not a fill)",
                "'side':'BUY','price':'0.00','quantity':1 | price must be > 0, was \"0.00\" (an acknowledgement is not a fill)",
                "'s':'BTCUSDT','S':'BUY','L':0,'l':1,'x':'TRADE','X':'NEW' | binance: price (L) must be > 0, was 0 (an acknowledgement is not a fill)",
                "'side':'BUY','price':1,'quantity':0 | quantity must be > 0, was 0 (an acknowledgement is not a fill)",
                "'side':'BUY','price':-3,'quantity':1 | price must be > 0, was -3",
                "'side':'BUY','price':1,'quantity':'-0.1' | quantity must be > 0, was \"-0.1\"",
                "'side':'UP','price':1,'quantity':1 | side must be BUY or SELL, was \"UP\"",
                "'side':'','price':1,'quantity':1 | side must be BUY or SELL, was \"\"",
                "'side':1,'price':1,'quantity':1 | side must be BUY or SELL, was 1",
                "'side':'BOTH','price':1,'quantity':1 | side must be BUY or SELL, was \"BOTH\"",
                "'action':'BUY','price':1,'quantity':1 | side is missing",
                "'side':null,'price':1,'quantity':1 | side is missing",
                "'side':'BUY','quantity':1 | price is missing",
                "'side':'BUY','price':1 | quantity is missing",
                "'side':'BUY','price':'','quantity':1 | price must be a decimal number, was \"\"",
                "'side':'BUY','price':' 1 ','quantity':1 | price must be a decimal number, was \" 1 \"",
                "'side':'BUY','price':'0x1F','quantity':1 | price must be a decimal number, was \"0x1F\"",
                "'side':'BUY','price':'NaN','quantity':1 | price must be a decimal number, was \"NaN\"",
                "'side':'BUY','price':'Infinity','quantity':1 | price must be a decimal number, was \"Infinity\"",
                "'side':'BUY','price':true,'quantity':1 | price must be a decimal number, was true",
                "'side':'BUY','price':[1],'quantity':1 | price must be a decimal number, was an array",
                "'side':'BUY','price':{},'quantity':1 | price must be a decimal number, was an object",
                "'side':'BUY','price':'1e400','quantity':1 | price must have at most 64 digits in plain notation, was \"1e400\"",
                "'side':'BUY','price':1e400,'quantity':1 | price must have at most 64 digits in plain notation, was 1e400",
                "'side':'BUY','price':1,'quantity':1,'positionSide':'UP' | positionSide must be BOTH, LONG or SHORT, was \"UP\"",
                "'side':'BUY','price':1,'quantity':1,'ps':'LONG' | ps is a name of an exchange's stream among ours: send the event as the exchange gives it, or our names",
                "'side':'BUY','price':1,'quantity':1,'positionSide':'' | positionSide must be BOTH, LONG or SHORT, was \"\"",
                "'side':'BUY','price':1,'quantity':1,'symbol':'btcusdt' | symbol must be written as the exchange does: BTCUSDT, was \"btcusdt\"",
                "'side':'BUY','price':1,'quantity':1,'s':7 | symbol (s) must be a symbol (letters, digits and . _ : / @ -, at most 60 bytes of UTF-8), was 7",
            })
    void shouldRefuseABadRequiredField(String fields, String reason) {
        shouldBeRefused(read("{" + fields + "}"), reason);
    }

    @Test
    void shouldNotTakeALowerAliasWhereTheFirstPresentIsBad() {
        shouldBeRefused(
                read("{'side':'BUY','price':0,'ap':95000,'quantity':1}"),
                "price must be > 0, was 0 (an acknowledgement is not a fill)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'leverage':0 | leverage must be in [1,1000], was 0",
                "'leverage':'0.999' | leverage must be in [1,1000], was \"0.999\"",
                "'leverage':1000.1 | leverage must be in [1,1000], was 1000.1",
                "'leverage':'ten' | leverage must be a decimal number, was \"ten\"",
                "'leverage':1e400 | leverage must have at most 64 digits in plain notation, was 1e400",
                "'reduceOnly':1 | reduceOnly must be true or false, was 1",
                "'reduce_only':'yes' | reduceOnly must be true or false, was \"yes\"",
                "'fillId':1.5 | fillId must be a text of 1 to 128 characters or a whole number, was 1.5",
                "'tradeId':{} | fillId (tradeId) must be a text of 1 to 128 characters or a whole number, was an object",
                "'orderId':true | orderId must be a text of 1 to 128 characters or a whole number, was true",
                "'hints':7 | hints must be an object, was 7",
                "'hints':'x' | hints must be an object, was \"x\"",
                "'hints':[] | hints must be an object, was an array",
                "'hints':{'tpPct':18.0} | hints.tpPct must be a ratio in (0,1], was 18.0 (18.0 % is 0.180)",
                "'hints':{'tpPct':0} | hints.tpPct must be a ratio in (0,1], was 0",
                "'hints':{'slPct':1} | hints.slPct must be a ratio in (0,1), was 1 (1 % is 0.01)",
                "'hints':{'slPct':-0.1} | hints.slPct must be a ratio in (0,1), was -0.1",
                "'hints':{'trailPct':'1.5'} | hints.trailPct must be a ratio in (0,1), was \"1.5\" (1.5 % is 0.015)",
                "'hints':{'confidence':1.01} | hints.confidence must be in [0,1], was 1.01",
                "'hints':{'confidence':'high'} | hints.confidence must be a decimal number, was \"high\"",
                "'hints':{'strategyId':[]} | hints.strategyId must be a text of 1 to 128 characters or a whole number, was an array",
                "'time':'yesterday' | time must be epoch seconds, milliseconds, microseconds or nanoseconds, or ISO-8601 with an offset, was \"yesterday\"",
                "'time':-1 | time must be epoch seconds, milliseconds, microseconds or nanoseconds, or ISO-8601 with an offset, was -1",
                "'T':1764000002001 | time (T) must not be more than 2 s after the record's timestamp 1764000000000, was 1764000002001",
            })
    void shouldKeepAFillWhoseOptionalFieldIsBad(String field, String fault) {
        Reading<Fill> reading = readWith(field);

        Fill plain = accepted(readWith("'x':1"));
        Fill fill = accepted(reading);
        assertThat(faults(reading)).containsExactly(fault);
        assertThat(fill).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'leverage':1",
                "'leverage':'1000'",
                "'hints':{'tpPct':1,'slPct':0.999,'trailPct':1e-3,'confidence':0}",
                "'hints':{'tpPct':'0.0001','confidence':1}",
                "'hints':null,'leverage':null,'fillId':null,'reduceOnly':null,'time':null,'positionSide':null",
                "'reduceOnly':'TRUE'",
                "'fillId':9223372036854775808",
                "'time':1764000002000"
            })
    void shouldTakeEveryOptionalFieldOnTheEdgeOfItsRange(String field) {
        assertThat(faults(readWith(field))).isEmpty();
    }

    @Test
    void shouldNameEveryFault() {
        Reading<Fill> reading = readWith("'leverage':0,'hints':{'tpPct':5,'slPct':5,'confidence':0.5},'time':'x'");

        assertThat(faults(reading)).hasSize(4);
        assertThat(accepted(reading).hints().confidence()).contains(new BigDecimal("0.5"));
    }

    @Test
    void shouldNotReadTheHintsOfOthers() {
        Fill fill = accepted(readWith("'hints':{'maxLossPct':0.1,'riskMode':'ESS_ACTIVE','leverage':50}"));

        assertThat(fill.hints()).isEqualTo(ExitContext.NONE);
        assertThat(fill.leverage()).isEqualTo(Optional.empty());
    }

    @Test
    void shouldRefuseAnIdThatCannotBeWrittenAgain() {
        assertThat(faults(readWith("'fillId':'a\\ud800'")))
                .containsExactly("fillId must not hold half of a surrogate pair, was \"a\uFFFD\"");
    }

    @Test
    void shouldRefuseANullValue() {
        shouldBeRefused(reader.read("BTCUSDT", null, NOW), "value is null: a fill cannot be deleted");
    }

    private Reading<Fill> readWith(String field) {
        return read("{%s,%s}".formatted(GOOD, field));
    }

    private Reading<Fill> read(String json) {
        return reader.read("BTCUSDT", json(json), NOW);
    }
}
