package io.exitbrain.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.benchmarks.latency.Schedule.Due;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final int SYMBOLS = 7;
    private static final Phase WARM_UP = new Phase(300, 2, false);
    private static final Phase MEASURED = new Phase(4_000, 1, true);
    private static final Schedule SCHEDULE = new Schedule(List.of(WARM_UP, MEASURED), SYMBOLS);

    @Test
    void shouldFindWhenEveryPriceWasDueByItsSymbolAndEventTime() {
        for (long number = 0; number < WARM_UP.prices(); number++) {
            assertThat(SCHEDULE.ofPrice((int) (number % SYMBOLS), WARM_UP.eventMs(number)))
                    .contains(new Due(WARM_UP, WARM_UP.dueNanos(number)));
        }
        for (long number = 0; number < MEASURED.prices(); number++) {
            int symbol = (int) ((WARM_UP.prices() + number) % SYMBOLS);
            assertThat(SCHEDULE.ofPrice(symbol, 2_000 + MEASURED.eventMs(number)))
                    .contains(new Due(MEASURED, 2_000_000_000L + MEASURED.dueNanos(number)));
        }
    }

    @Test
    void shouldFindNothingForATimeAtWhichNoPriceWasDue() {
        assertThat(SCHEDULE.ofPrice(0, -1)).isEmpty();
        assertThat(SCHEDULE.ofPrice(0, 3_000)).isEmpty();
        // the first price of symbol 0 is due at 0 ms, its second at 7 / 300 s
        assertThat(SCHEDULE.ofPrice(0, 5)).isEmpty();
    }

    @Test
    void shouldFindWhenEveryFillWasDue() {
        assertThat(SCHEDULE.ofFill(0)).contains(new Due(WARM_UP, 0));
        assertThat(SCHEDULE.ofFill(100)).contains(new Due(MEASURED, 2_000_000_000L));
        assertThat(SCHEDULE.fills()).isEqualTo(150);
        assertThat(SCHEDULE.ofFill(150)).isEmpty();
        assertThat(SCHEDULE.ofFill(-1)).isEmpty();
    }

    @Test
    void shouldKnowTheFillOfASymbol() {
        assertThat(Generator.fillOf(Generator.symbolOfFill(12))).isEqualTo(12);
        assertThat(Generator.fillOf("S12USDT")).isEqualTo(-1);
    }
}
