package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ExchangePositionTest {

    @Test
    void shouldKeepItsLargestQuantityAndItsRealisedProfit() {
        ExchangePosition position = ExchangePosition.FLAT
                .after(new BigDecimal("-4"), new BigDecimal("100"))
                .after(new BigDecimal("1"), new BigDecimal("90"));

        assertThat(position.quantity()).isEqualByComparingTo("-3");
        assertThat(position.entry()).isEqualByComparingTo("100");
        assertThat(position.largest()).isEqualByComparingTo("4");
        assertThat(position.profit()).isEqualByComparingTo("10");
    }

    @Test
    void shouldRefuseAFillThatFlipsThePosition() {
        ExchangePosition position = ExchangePosition.opened(BigDecimal.ONE, BigDecimal.TEN);

        assertThatThrownBy(() -> position.after(new BigDecimal("-2"), BigDecimal.TEN))
                .hasMessageContaining("-2")
                .hasMessageContaining("through 1");
    }
}
