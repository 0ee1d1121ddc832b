package io.exitbrain.topology.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentCountTest {

    private final RecentCount count = new RecentCount();

    @Test
    void shouldForgetAfterAMinuteButCountTheTotal() {
        count.add(1_000);
        count.add(2_000);

        assertThat(count.inLastMinute(60_999)).isEqualTo(2);
        assertThat(count.inLastMinute(61_000)).isEqualTo(1);
        assertThat(count.inLastMinute(62_000)).isZero();
        assertThat(count.total()).isEqualTo(2);
    }

    @Test
    void shouldBeBounded() {
        for (int i = 0; i < 20_000; i++) {
            count.add(1_000);
        }

        assertThat(count.inLastMinute(1_000)).isEqualTo(10_000);
        assertThat(count.total()).isEqualTo(20_000);
    }
}
