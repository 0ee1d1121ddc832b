package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.faults;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.shouldBeRefused;
import static io.exitbrain.serdes.Readings.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.FlatEverywhere;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionReaderTest {

    private final PositionReader reader = new PositionReader();

    @Test
    void shouldReadEveryField() {
        assertThat(accepted(read("""
                {'symbol':'BTCUSDT','positionAmt':'-0.010','entryPrice':'95000.0','markPrice':95010.5,'leverage':20,
                 'positionSide':'BOTH','unrealizedProfit':'-0.105','updateTime':1763999999000,'liquidationPrice':'99000.0'}""")))
                .isEqualTo(new Snapshot(
                        "BTCUSDT",
                        PositionSide.BOTH,
                        new BigDecimal("-0.010"),
                        Optional.of(new BigDecimal("95000.0")),
                        Optional.of(new BigDecimal("95010.5")),
                        Optional.of(new BigDecimal("20")),
                        Optional.of(new BigDecimal("99000.0")),
                        1_763_999_999_000L,
                        NOW));
    }

    @Test
    void shouldReadALeverageWithoutAnAmountAsANotice() {
        assertThat(accepted(read("{'leverage':'50','updateTime':1763999999000}")))
                .isEqualTo(new LeverageNotice("BTCUSDT", PositionSide.BOTH, new BigDecimal("50"), 1_763_999_999_000L));
        assertThat(accepted(read("{'leverage':5,'positionSide':'SHORT'}")))
                .isEqualTo(new LeverageNotice("BTCUSDT", PositionSide.SHORT, new BigDecimal("5"), NOW));
        shouldBeRefused(read("{'leverage':0}"), "leverage must be in [1,1000], was 0");
        shouldBeRefused(read("{'entryPrice':'1'}"), "positionAmt is missing");
    }

    @Test
    void shouldReadALiquidationPriceOfZeroAsUnknown() {
        assertThat(soundSnapshot("{'positionAmt':1,'liquidationPrice':'0'}").liquidationPrice())
                .isEmpty();
    }

    @Test
    void shouldReadTheExchangesShortNames() {
        Snapshot snapshot = soundSnapshot(
                "{'s':'BTCUSDT','pa':'5','ep':'1.1','mp':'1.2','ps':'LONG','up':'0','E':1763999999007,'T':1763999999008}");

        assertThat(snapshot.amount()).isEqualTo("5");
        assertThat(snapshot.entryPrice()).contains(new BigDecimal("1.1"));
        assertThat(snapshot.markPrice()).contains(new BigDecimal("1.2"));
        assertThat(snapshot.positionSide()).isEqualTo(PositionSide.LONG);
        assertThat(snapshot.time()).isEqualTo(1_763_999_999_008L);
    }

    @Test
    void shouldReadATombstoneAsFlatEverywhere() {
        assertThat(accepted(reader.read("BTCUSDT", null, NOW))).isEqualTo(new FlatEverywhere("BTCUSDT", NOW));
    }

    @Test
    void shouldNotReadTheTextNullAsATombstone() {
        shouldBeRefused(read("null"), "value must be a JSON object, was null");
    }

    @ParameterizedTest
    @CsvSource({"BOTH,3,3", "BOTH,-3,-3", "BOTH,0,0", "LONG,3,3", "LONG,0,0", "SHORT,3,-3", "SHORT,-3,-3", "SHORT,0,0"})
    void shouldGiveTheAmountTheSignOfItsSide(String positionSide, String written, BigDecimal amount) {
        Snapshot snapshot = snapshot("{'positionSide':'%s','positionAmt':'%s'}".formatted(positionSide, written));

        assertThat(snapshot.amount()).isEqualTo(amount);
        assertThat(snapshot.isFlat()).isEqualTo(amount.signum() == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'positionSide':'LONG','positionAmt':-1 | positionAmt must be >= 0 for positionSide LONG, was -1",
                "'entryPrice':1 | positionAmt is missing",
                "'positionAmt':null | positionAmt is missing",
                "'positionAmt':'NaN' | positionAmt must be a decimal number, was \"NaN\"",
                "'positionAmt':'' | positionAmt must be a decimal number, was \"\"",
                "'positionAmt':1e64 | positionAmt must have at most 64 digits in plain notation, was 1e64",
                "'positionAmt':1,'ps':'LONG' | ps is a name of an exchange's stream among ours: send the event as the exchange gives it, or our names",
                "'positionAmt':1,'positionSide':3 | positionSide must be BOTH, LONG or SHORT, was 3",
            })
    void shouldRefuseABadRequiredField(String fields, String reason) {
        shouldBeRefused(read("{" + fields + "}"), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'entryPrice':-1 | entryPrice must be >= 0, was -1",
                "'entry_price':'x' | entryPrice must be a decimal number, was \"x\"",
                "'markPrice':'-0.1' | markPrice must be >= 0, was \"-0.1\"",
                "'leverage':1001 | leverage must be in [1,1000], was 1001",
                "'unrealized_profit':'much' | unrealizedProfit must be a decimal number, was \"much\"",
                "'updateTime':99999999999999 | updateTime must not be more than 2 s after the record's timestamp 1764000000000, was 99999999999999",
            })
    void shouldKeepASnapshotWhoseOptionalFieldIsBad(String field, String fault) {
        Reading<PositionUpdate> reading = read("{'positionAmt':1,%s}".formatted(field));

        assertThat(faults(reading)).containsExactly(fault);
        assertThat(accepted(reading)).isEqualTo(snapshot("{'positionAmt':1}"));
    }

    @Test
    void shouldTakeAZeroPriceAsAbsent() {
        Snapshot snapshot = soundSnapshot("{'positionAmt':1,'entryPrice':0,'markPrice':'0.0'}");

        assertThat(snapshot.entryPrice()).isEmpty();
        assertThat(snapshot.markPrice()).isEmpty();
    }

    private Snapshot snapshot(String json) {
        return (Snapshot) accepted(read(json));
    }

    private Snapshot soundSnapshot(String json) {
        return (Snapshot) sound(read(json));
    }

    private Reading<PositionUpdate> read(String json) {
        return reader.read("BTCUSDT", json(json), NOW);
    }
}
