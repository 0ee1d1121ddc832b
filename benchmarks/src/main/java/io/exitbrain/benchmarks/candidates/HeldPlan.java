package io.exitbrain.benchmarks.candidates;

import java.math.BigDecimal;
import java.util.List;

/**
 * The state of a symbol in the hand-written candidates: a long position, its trail and its take-profit legs.
 *
 * @param best best price so far
 * @param stop the price where the stop should be
 * @param sent the stop price of the last command
 * @param version of the last command
 */
record HeldPlan(
        String planId,
        String symbol,
        BigDecimal entryPrice,
        BigDecimal quantity,
        BigDecimal best,
        BigDecimal stop,
        BigDecimal sent,
        int version,
        long updatedAt,
        List<HeldLeg> legs) {

    /** The callback of 1.5 % and the smallest step of 0.05 % of the default policy. */
    private static final BigDecimal STOP_RATIO = new BigDecimal("0.985");

    private static final BigDecimal MIN_STEP = new BigDecimal("0.0005");
    private static final List<BigDecimal> TARGETS =
            List.of(new BigDecimal("1.0125"), new BigDecimal("1.025"), new BigDecimal("1.05"));

    /** A take-profit leg. */
    record HeldLeg(int index, BigDecimal price, BigDecimal quantity, String status) {}

    /** A position of quantity 1 at {@code price}, with its trail armed at that price. */
    static HeldPlan opened(String symbol, BigDecimal price, long time) {
        BigDecimal stop = price.multiply(STOP_RATIO);
        return new HeldPlan(
                symbol + "-" + time, symbol, price, BigDecimal.ONE, price, stop, stop, 1, time, legs(price));
    }

    private static List<HeldLeg> legs(BigDecimal entry) {
        return TARGETS.stream()
                .map(target -> new HeldLeg(
                        TARGETS.indexOf(target) + 1, entry.multiply(target), new BigDecimal("0.333"), "OPEN"))
                .toList();
    }

    boolean isBreachedBy(BigDecimal price) {
        return price.compareTo(stop) <= 0;
    }

    boolean isImprovedBy(BigDecimal price) {
        return price.compareTo(best) > 0;
    }

    /** With {@code price} as the best price and the stop behind it. */
    HeldPlan improvedBy(BigDecimal price, long time) {
        return new HeldPlan(
                planId, symbol, entryPrice, quantity, price, price.multiply(STOP_RATIO), sent, version, time, legs);
    }

    boolean mustSend() {
        return stop.subtract(sent).compareTo(sent.multiply(MIN_STEP)) >= 0;
    }

    /** After the command that moves the stop to where it should be. */
    HeldPlan moved() {
        return new HeldPlan(planId, symbol, entryPrice, quantity, best, stop, stop, version + 1, updatedAt, legs);
    }
}
