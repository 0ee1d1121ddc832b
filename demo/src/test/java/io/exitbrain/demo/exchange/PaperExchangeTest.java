package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of traders, positions and snapshots. */
class PaperExchangeTest extends ExchangeFixture {

    @ParameterizedTest
    @CsvSource({"1, 900, -200.00", "-1, 900, 200.00", "1, 1100, 200.00", "-1, 1100, -200.00"})
    void shouldRealiseProfitWithTheSignOfTheSide(int sign, String mark, String profit) {
        hold(sign, "2");
        mark(mark);

        exit(1, "2");

        assertThat(recorded.trades).singleElement().satisfies(trade -> {
            assertThat(trade.profit()).isEqualByComparingTo(profit);
            assertThat(trade.quantity()).isEqualByComparingTo(signed(sign, "2"));
        });
    }

    @Test
    void shouldRetireThePlanOfAPositionThatFlips() {
        hold(1, "2");
        exchange.plan(plan(1, leg(1, 1, 10, "1", true)));
        place(1, "2", "990");

        exchange.order(ETH, new BigDecimal("-5"), nowMs);
        mark("995");

        assertThat(position()).isEqualByComparingTo("-3");
        assertThat(recorded.trades).hasSize(1);
        assertThat(recorded.fills).extracting(ExchangeFill::fillId).containsExactly("1", "2", "3");
    }

    @Test
    void shouldPublishAPositionOnlyAfterAChange() {
        hold(1, "2");

        exchange.publishChanges(7);
        exchange.publishChanges(8);

        assertThat(recorded.snapshots).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.position().quantity()).isEqualByComparingTo("2");
            assertThat(snapshot.timeMs()).isEqualTo(7);
        });
    }

    @Test
    void shouldGiveEachEventOfASymbolItsOwnTime() {
        nowMs = 10;
        hold(1, "2");
        exchange.publishChanges(nowMs);
        exchange.order(ETH, BigDecimal.ONE, nowMs);

        assertThat(recorded.fills).extracting(ExchangeFill::timeMs).containsExactly(10L, 12L);
        assertThat(recorded.snapshots).extracting(ExchangeSnapshot::timeMs).containsExactly(11L);
    }

    @Test
    void shouldAverageTheEntryOfAnAdd() {
        hold(1, "1");
        mark("1100");
        hold(1, "3");

        assertThat(exchange.position(ETH).entry()).isEqualByComparingTo("1075");
    }

    @Test
    void shouldRefuseASymbolThatIsNotListed() {
        assertThatThrownBy(() -> exchange.order("LUNAUSDT", BigDecimal.ONE, nowMs))
                .hasMessage("not listed: LUNAUSDT");
    }
}
