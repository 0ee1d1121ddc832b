package io.exitbrain.topology.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of a row. Entry 100, quantity 10, stop 98 or 102, R 2 a unit. */
class PositionJsonTest {

    @ParameterizedTest(name = "{0} at {1}: room {2}, {3} of the mark")
    @CsvSource({
        "LONG, 98.1, 0.1, 0.001019",
        "LONG, 98.0, 0.0, 0.000000",
        "LONG, 97.9, -0.1, -0.001022", // rounded down: never looks better than it is
        "SHORT, 101.9, 0.1, 0.000981",
        "SHORT, 102.0, 0.0, 0.000000",
        "SHORT, 102.1, -0.1, -0.000980"
    })
    void shouldMeasureTheRoomToTheStop(String side, String mark, String room, String ratio) {
        ObjectNode row = OpenPosition.of(side, "BOTH").price(mark).row();

        assertThat(row.path("room").asText()).isEqualTo(room);
        assertThat(row.path("roomPct").asText()).isEqualTo(ratio);
    }

    @ParameterizedTest(name = "{0} after {1}: stop {2}, {3} R, {4}")
    @CsvSource({
        "LONG, 100, 98.0, -1.0000, -20",
        "LONG, 102, 100.5, 0.2500, 5",
        "SHORT, 100, 102.0, -1.0000, -20",
        "SHORT, 98, 99.4, 0.3000, 6"
    })
    void shouldSayWhatTheStopIsWorth(String side, String best, String stop, String r, String money) {
        ObjectNode row = OpenPosition.of(side, "BOTH").price(best).row();

        assertThat(row.path("stop").path("price").asText()).isEqualTo(stop);
        assertThat(row.path("ifStopped").path("r").asText()).isEqualTo(r);
        assertThat(new BigDecimal(row.path("ifStopped").path("money").asText())).isEqualByComparingTo(money);
    }

    @ParameterizedTest(name = "{0}: best {1} is {2} R")
    @CsvSource({"LONG, 103, 1.5000", "SHORT, 97, 1.5000", "LONG, 99, 0.0000", "SHORT, 101, 0.0000"})
    void shouldSayHowFarTheBestPriceWas(String side, String price, String r) {
        assertThat(OpenPosition.of(side, "BOTH")
                        .price(price)
                        .row()
                        .path("bestR")
                        .asText())
                .isEqualTo(r);
    }

    @Test
    void shouldCountAReducedPositionInTheRiskOfTheWhole() {
        ObjectNode half =
                OpenPosition.of("LONG", "BOTH").fill("SELL", "5", "BOTH").row();

        assertThat(half.path("quantity").asText()).isEqualTo("5");
        assertThat(half.path("ifStopped").path("r").asText()).isEqualTo("-0.5000");
    }

    @Test
    void shouldMultiplyMoneyByTheSizeOfAContract() {
        assertThat(inContracts(false).path("ifStopped").path("money").asText()).isEqualTo("-0.2");
        assertThat(inContracts(false).path("ifStopped").path("r").asText()).isEqualTo("-1.0000");
    }

    @Test
    void shouldNotNameMoneyOfAnInverseContract() {
        assertThat(inContracts(true).path("ifStopped").path("money").isNull()).isTrue();
    }

    private static ObjectNode inContracts(boolean inverse) {
        Instrument instrument = new Instrument(
                new BigDecimal("0.1"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("0.01"),
                inverse);
        return OpenPosition.of("BTCUSDT", "LONG", "BOTH", instrument).row();
    }

    @Test
    void shouldNameTheSideInHedgeMode() {
        ObjectNode row = OpenPosition.of("SHORT", "SHORT").row(PositionSide.SHORT);

        assertThat(row.path("key").asText()).isEqualTo("BTCUSDT/SHORT");
    }

    @Test
    void shouldSayWhatIsKnownOfTheStopAtTheExchange() {
        OpenPosition position = OpenPosition.of("LONG", "BOTH");
        assertThat(position.row().path("stop").path("status").asText()).isEqualTo("SENT");

        ObjectNode confirmed = position.report(1, "ACCEPTED").row();
        assertThat(confirmed.path("stop").path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(confirmed.path("unprotected").asBoolean()).isFalse();

        ObjectNode rejected =
                OpenPosition.of("LONG", "BOTH").report(1, "REJECTED").row();
        assertThat(rejected.path("stop").path("status").asText()).isEqualTo("FAILED");
        assertThat(rejected.path("unprotected").asBoolean()).isTrue();
        assertThat(rejected.path("unprotectedSince").asLong()).isGreaterThan(OpenPosition.START);
    }

    @Test
    void shouldHaveNoRoomWithoutAMark() {
        ObjectNode row = OpenPosition.of("LONG", "BOTH").row();

        assertThat(row.path("mark").isNull()).isTrue();
        assertThat(row.path("room").isNull()).isTrue();
    }
}
