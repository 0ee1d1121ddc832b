package io.exitbrain.topology.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.topology.vitals.Reroutes.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReroutesTest {

    private static final long NOW = 1_764_000_000_000L;
    private static final Route FILLS = new Route("order-fills", Why.WRONG_PARTITION);

    private final Reroutes reroutes = new Reroutes();

    @Test
    void shouldWarnOnceAMinuteForEachRoute() {
        assertThat(reroutes.add(FILLS, NOW)).isTrue();
        assertThat(reroutes.add(FILLS, NOW + 59_999)).isFalse();
        assertThat(reroutes.add(new Route("order-fills", Why.NO_KEY), NOW + 59_999))
                .isTrue();
        assertThat(reroutes.add(FILLS, NOW + 60_000)).isTrue();
        assertThat(reroutes.counts().of(FILLS)).isEqualTo(3);
    }

    @Test
    void shouldNameKeptSymbolsUntilTheirPositionsAreClosed() {
        reroutes.kept("2_3", List.of("BTCUSDT"));
        assertThat(reroutes.advice(NOW)).singleElement().asString().startsWith("[BTCUSDT]: an older version planned");

        reroutes.kept("2_3", List.of());
        assertThat(reroutes.advice(NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ", A, no-key",
        ", A|B, no-key",
        "A, B, foreign-key",
        "A, A, several",
        "A, A|B, several",
        "A, B|C, several"
    })
    void shouldSayWhyARecordGoesElsewhere(String key, String symbols, String why) {
        assertThat(Why.of(key, List.of(symbols.split("\\|"))).label()).isEqualTo(why);
    }
}
