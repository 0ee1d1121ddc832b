package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A contract that is listed on the paper exchange.
 *
 * @param startPrice the first price of its price path
 * @param regime the market regime that the engine plans with
 */
public record Listing(
        String symbol,
        BigDecimal startPrice,
        BigDecimal tick,
        BigDecimal step,
        BigDecimal minNotional,
        int leverage,
        String regime) {

    /** All contracts. Ticks, lot steps and leverage are like those of the large exchanges. */
    public static List<Listing> all() {
        return List.of(
                listed("BTCUSDT", "95000.0", "0.1", "0.001", "100", 10, "NORMAL"),
                listed("ETHUSDT", "3200.00", "0.01", "0.001", "20", 10, "TREND"),
                listed("BNBUSDT", "650.00", "0.01", "0.01", "5", 8, "NORMAL"),
                listed("SOLUSDT", "180.00", "0.01", "0.01", "5", 12, "VOLATILE"),
                listed("XRPUSDT", "2.2000", "0.0001", "0.1", "5", 10, "NORMAL"),
                listed("DOGEUSDT", "0.32000", "0.00001", "1", "5", 10, "VOLATILE"),
                listed("ADAUSDT", "0.8500", "0.0001", "1", "5", 10, "NORMAL"),
                listed("AVAXUSDT", "36.000", "0.001", "1", "5", 8, "TREND"),
                listed("LINKUSDT", "19.000", "0.001", "0.01", "20", 10, "NORMAL"),
                listed("DOTUSDT", "6.800", "0.001", "0.1", "5", 10, "RANGE"),
                listed("LTCUSDT", "105.00", "0.01", "0.001", "20", 10, "RANGE"),
                listed("BCHUSDT", "450.00", "0.01", "0.001", "20", 5, "NORMAL"),
                listed("UNIUSDT", "11.000", "0.001", "1", "5", 10, "NORMAL"),
                listed("ATOMUSDT", "6.500", "0.001", "0.01", "5", 10, "CHOP"),
                listed("NEARUSDT", "5.200", "0.001", "1", "5", 10, "TREND"),
                listed("APTUSDT", "9.100", "0.001", "0.1", "5", 10, "NORMAL"),
                listed("ARBUSDT", "0.7800", "0.0001", "0.1", "5", 15, "NORMAL"),
                listed("OPUSDT", "1.8500", "0.0001", "0.1", "5", 12, "NORMAL"),
                listed("SUIUSDT", "4.1000", "0.0001", "0.1", "5", 20, "VOLATILE"),
                listed("INJUSDT", "22.000", "0.001", "0.1", "5", 10, "NORMAL"),
                listed("FILUSDT", "5.000", "0.001", "0.1", "5", 10, "CHOP"),
                listed("ETCUSDT", "26.000", "0.001", "0.01", "20", 10, "NORMAL"),
                listed("TRXUSDT", "0.25000", "0.00001", "1", "5", 10, "RANGE"),
                listed("AAVEUSDT", "310.00", "0.01", "0.1", "20", 8, "TREND"));
    }

    private static Listing listed(
            String symbol, String price, String tick, String step, String minNotional, int leverage, String regime) {
        return new Listing(
                symbol,
                new BigDecimal(price),
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(minNotional),
                leverage,
                regime);
    }

    /** The nearest price on the tick. Ties round to even, so no side gains. */
    public BigDecimal toTick(BigDecimal price) {
        return multipleOf(tick, price, RoundingMode.HALF_EVEN);
    }

    /** The quantity, rounded down to the lot step. */
    public BigDecimal toLots(BigDecimal quantity) {
        return multipleOf(step, quantity, RoundingMode.DOWN);
    }

    /** The quantity that is worth {@code notional} in the quote currency, rounded down to the lot step. */
    public BigDecimal lotsWorth(BigDecimal notional, BigDecimal price) {
        return toLots(notional.divide(price, step.scale() + 2, RoundingMode.DOWN));
    }

    private static BigDecimal multipleOf(BigDecimal unit, BigDecimal amount, RoundingMode mode) {
        return amount.divide(unit, 0, mode).multiply(unit);
    }
}
