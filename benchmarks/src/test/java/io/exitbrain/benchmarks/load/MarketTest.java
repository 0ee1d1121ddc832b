package io.exitbrain.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketTest {

    private static final int SYMBOLS = 10;

    @Test
    void shouldBeTheSameEveryTime() {
        assertThat(payloads(1_000)).isEqualTo(payloads(1_000));
    }

    @Test
    void shouldSendPricesAsTheExchangeDoes() {
        assertThat(payloads(1))
                .containsExactly("{\"e\":\"markPriceUpdate\",\"E\":1000,\"s\":\"S0USDT\",\"p\":\"103.0000\"}");
    }

    @Test
    void shouldUseTheSymbolsInTurn() {
        Market market = new Market(2);
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            market.next();
            symbols.add(market.symbol());
        }

        assertThat(symbols).containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void shouldImproveOnePriceInEight() {
        double[] best = new double[SYMBOLS];
        int improved = 0;
        List<String> payloads = payloads(100_000);
        for (int i = 0; i < payloads.size(); i++) {
            double price = priceIn(payloads.get(i));
            if (i >= SYMBOLS && price > best[i % SYMBOLS]) {
                improved++;
            }
            best[i % SYMBOLS] = Math.max(best[i % SYMBOLS], price);
        }

        assertThat(improved / 100_000.0).isCloseTo(0.126, within(0.005));
    }

    @Test
    void shouldKnowASymbolByItsName() {
        assertThat(Market.numberOf(Market.nameOf(42))).isEqualTo(42);
        assertThat(Market.numberOf("F42USDT")).isEqualTo(-1);
    }

    private static List<String> payloads(int count) {
        Market market = new Market(SYMBOLS);
        List<String> payloads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            market.next();
            payloads.add(new String(market.payload(1_000 + i), StandardCharsets.UTF_8));
        }
        return payloads;
    }

    private static double priceIn(String payload) {
        return Double.parseDouble(payload.substring(payload.indexOf("\"p\":\"") + 5, payload.length() - 2));
    }
}
