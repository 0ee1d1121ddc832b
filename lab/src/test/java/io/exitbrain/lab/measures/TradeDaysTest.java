package io.exitbrain.lab.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.exitbrain.lab.statistics.DaySums;
import io.exitbrain.lab.trade.AnyTrade;
import io.exitbrain.lab.trade.Trade;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static Trade onDay(int day, double result) {
        return AnyTrade.of(day, day, result).trade();
    }

    @Test
    void shouldHaveTheDaysWithAnOpening() {
        TradeDays days = TradeDays.of(List.of(onDay(3, 1), onDay(0, 1), onDay(3, 1)));

        assertThat(days.days()).containsExactly(FIRST, FIRST.plusDays(3));
    }

    @Test
    void shouldHaveEachDayOfTheCalendar() {
        TradeDays days = TradeDays.calendarOf(List.of(onDay(2, 1), onDay(0, 1)));

        assertThat(days.days()).containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
        assertThat(TradeDays.calendarOf(List.of()).days()).isEmpty();
    }

    @Test
    void shouldPutEachResultOnItsDay() {
        List<Trade> trades = List.of(onDay(0, 1), onDay(3, 2), onDay(3, 4));

        DaySums sums = TradeDays.of(trades).sums(trades, Trade::result);

        assertThat(sums.sum(0)).isEqualTo(1);
        assertThat(sums.sum(1)).isEqualTo(6);
        assertThat(sums.count(1)).isEqualTo(2);
    }

    @Test
    void shouldRefuseATradeOfAnotherDay() {
        TradeDays days = TradeDays.of(List.of(onDay(0, 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> days.sums(List.of(onDay(1, 1)), Trade::result))
                .withMessage("no trade was opened on 2026-01-02");
    }
}
