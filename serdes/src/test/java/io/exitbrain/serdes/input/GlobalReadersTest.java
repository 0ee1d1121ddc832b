package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.faults;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.shouldBeRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalReadersTest {

    private final InstrumentReader instruments = new InstrumentReader();
    private final ExitContextReader contexts = new ExitContextReader();

    @Test
    void shouldReadAnInstrument() {
        assertThat(accepted(
                        instrument("{'tickSize':'0.10','stepSize':0.001,'minQuantity':'0.001','minNotional':'100'}")))
                .isEqualTo(new Instrument(
                        new BigDecimal("0.10"),
                        new BigDecimal("0.001"),
                        new BigDecimal("0.001"),
                        new BigDecimal("100")));
        assertThat(accepted(instrument("{'tickSize':'0.1','stepSize':1}")))
                .isEqualTo(new Instrument(new BigDecimal("0.1"), BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Test
    void shouldReadTheContractOfAnInstrument() {
        assertThat(accepted(instrument(
                        "{'tickSize':'0.5','stepSize':1,'maxQuantity':'1000','contractSize':'100','inverse':true}")))
                .isEqualTo(new Instrument(
                        new BigDecimal("0.5"),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("1000"),
                        new BigDecimal("100"),
                        true));
    }

    @Test
    void shouldReadADeletedEntryAsUnknown() {
        assertThat(accepted(instruments.read("BTCUSDT", null, NOW))).isEqualTo(Instrument.UNKNOWN);
        assertThat(accepted(contexts.read("*", null, NOW))).isEqualTo(ExitContext.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'stepSize':1} | tickSize is missing",
                "{'tickSize':1} | stepSize is missing",
                "{'tickSize':0,'stepSize':1} | tickSize must be > 0, was 0",
                "{'tickSize':1,'stepSize':'-1'} | stepSize must be > 0, was \"-1\"",
                "{'tickSize':1,'stepSize':1,'minQuantity':-1} | minQuantity must be >= 0, was -1",
                "{'tickSize':1,'stepSize':1,'minNotional':'few'} | minNotional must be a decimal number, was \"few\"",
            })
    void shouldRefuseABadInstrument(String json, String reason) {
        shouldBeRefused(instrument(json), reason);
    }

    @Test
    void shouldRefuseAnInstrumentOfTheAccount() {
        shouldBeRefused(
                instruments.read("*", json("{'tickSize':1,'stepSize':1}"), NOW),
                "key must be a symbol (letters, digits and . _ : / @ -, at most 60 bytes of UTF-8), was \"*\"");
    }

    @Test
    void shouldReadEveryFieldOfAContext() {
        ExitContext context = accepted(contexts.read("*", json("""
                {'symbol':'*','riskMode':'ess_active','maxLossPct':0.02,'volatility':10,'trend':-1,'regime':'Trending',
                 'tpPct':1,'slPct':'0.02','trailPct':0.5,'confidence':0,'strategyId':'RL_V3','leverage':1000}"""), NOW));

        assertThat(context.riskMode()).contains(RiskMode.ESS_ACTIVE);
        assertThat(context.maxLossPct()).contains(new BigDecimal("0.02"));
        assertThat(context.volatility()).contains(BigDecimal.TEN);
        assertThat(context.trend()).contains(BigDecimal.ONE.negate());
        assertThat(context.regime()).contains(Regime.TREND);
        assertThat(context.tpPct()).contains(BigDecimal.ONE);
        assertThat(context.slPct()).contains(new BigDecimal("0.02"));
        assertThat(context.trailPct()).contains(new BigDecimal("0.5"));
        assertThat(context.confidence()).contains(BigDecimal.ZERO);
        assertThat(context.strategyId()).contains("RL_V3");
        assertThat(context.leverage()).contains(new BigDecimal("1000"));
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL,NORMAL",
        "trend,TREND",
        "TRENDING,TREND",
        "RANGE,RANGE",
        "range_bound,RANGE",
        "VOLATILE,VOLATILE",
        "CHOP,CHOP"
    })
    void shouldUnderstandTheUsualWordsForARegime(String word, Regime regime) {
        assertThat(accepted(context("{'regime':'%s'}".formatted(word))).regime())
                .contains(regime);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'maxLossPct':1} | maxLossPct must be a ratio in (0,1), was 1 (1 % is 0.01)",
                "{'volatility':-0.01} | volatility must be in [0,10], was -0.01",
                "{'volatility':10.1} | volatility must be in [0,10], was 10.1",
                "{'trend':1.1} | trend must be in [-1,1], was 1.1",
                "{'regime':'SIDEWAYS'} | regime must be NORMAL, TREND, RANGE, VOLATILE or CHOP, was \"SIDEWAYS\"",
                "{'tpPct':1.5} | tpPct must be a ratio in (0,1], was 1.5 (1.5 % is 0.015)",
                "{'trailPct':0} | trailPct must be a ratio in (0,1), was 0",
                "{'leverage':0.5} | leverage must be in [1,1000], was 0.5",
            })
    void shouldTakeABadFieldOfAContextAsAbsent(String json, String fault) {
        assertThat(faults(context(json))).containsExactly(fault);
        assertThat(accepted(context(json))).isEqualTo(ExitContext.NONE);
    }

    @Test
    void shouldRefuseAContextWithAnUnknownRiskMode() {
        shouldBeRefused(
                context("{'riskMode':'ESS'}"),
                "riskMode must be NORMAL, CONSERVATIVE, CRITICAL or ESS_ACTIVE, was \"ESS\"");
    }

    private Reading<Instrument> instrument(String json) {
        return instruments.read("BTCUSDT", json(json), NOW);
    }

    private Reading<ExitContext> context(String json) {
        return contexts.read("BTCUSDT", json(json), NOW);
    }
}
