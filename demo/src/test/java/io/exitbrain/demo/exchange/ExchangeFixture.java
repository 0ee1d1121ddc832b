package io.exitbrain.demo.exchange;

import io.exitbrain.demo.exchange.ReceivedCommand.Action;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Drives one symbol of a paper exchange. Its mark price starts at 1000. */
abstract class ExchangeFixture {

    static final String ETH = "ETHUSDT";
    static final String PLAN = "7Q2M4XK0H3ZD9A1B";

    final RecordingListener recorded = new RecordingListener();
    final PaperExchange exchange = new PaperExchange(Listing.all(), recorded);
    long nowMs;

    @BeforeEach
    void markAt1000() {
        mark("1000");
    }

    void hold(int sign, String quantity) {
        exchange.order(ETH, signed(sign, quantity), nowMs);
    }

    void mark(String price) {
        exchange.price(ETH, new BigDecimal(price), ++nowMs);
    }

    BigDecimal position() {
        return exchange.position(ETH).quantity();
    }

    void place(int version, String quantity, String stop) {
        exchange.command(command(version, Action.PLACE, closing(), quantity, stop), nowMs);
    }

    void exit(int version, String quantity) {
        exchange.command(command(version, Action.EXIT, closing(), quantity, ""), nowMs);
    }

    TradeSide closing() {
        return position().signum() < 0 ? TradeSide.BUY : TradeSide.SELL;
    }

    static ReceivedCommand command(int version, Action action, TradeSide side, String quantity, String stop) {
        return new ReceivedCommand(
                PLAN + "-" + version,
                PLAN,
                version,
                ETH,
                action,
                "TRAIL",
                side,
                decimal(quantity),
                decimal(stop),
                Optional.empty());
    }

    static Optional<BigDecimal> decimal(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    static ReceivedPlan plan(int sign, ReceivedPlan.Leg... legs) {
        return new ReceivedPlan(
                PLAN, ETH, sign > 0 ? "LONG" : "SHORT", "FILL", "scaled_tp", legs.length, List.of(legs));
    }

    static ReceivedPlan.Leg leg(int index, int sign, int profit, String quantity, boolean limit) {
        return new ReceivedPlan.Leg(index, new BigDecimal(price(sign, profit)), new BigDecimal(quantity), limit);
    }

    /** 1000 plus {@code profit} for a long, minus {@code profit} for a short. */
    static String price(int sign, int profit) {
        return Integer.toString(1000 + sign * profit);
    }

    static BigDecimal signed(int sign, String quantity) {
        return new BigDecimal(quantity).multiply(BigDecimal.valueOf(sign));
    }
}
