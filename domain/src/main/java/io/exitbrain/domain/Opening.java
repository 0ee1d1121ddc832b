package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The event that opens a position instance.
 *
 * @param firstEvent what the plan's id is made from
 * @param leverage as the event says it
 */
record Opening(
        Side side,
        BigDecimal quantity,
        Optional<BigDecimal> entry,
        Optional<BigDecimal> leverage,
        long time,
        Origin origin,
        String firstEvent,
        Optional<String> fillId,
        Context hints) {

    static Opening by(Fill fill) {
        return byRestOf(fill, fill.quantity());
    }

    /** The part of {@code fill} that is left after it closed the opposite position. */
    static Opening byRestOf(Fill fill, BigDecimal rest) {
        return new Opening(
                fill.side().opens(),
                rest,
                Optional.of(fill.price()),
                fill.leverage(),
                fill.time(),
                Origin.FILL,
                fill.fillId()
                        .orElseGet(() -> describe("FILL", fill.time(), Optional.of(fill.price()), fill.quantity())),
                fill.fillId(),
                fill.hints());
    }

    static Opening by(Snapshot snapshot) {
        return new Opening(
                snapshot.side(),
                snapshot.quantity(),
                snapshot.entryPrice(),
                snapshot.leverage(),
                snapshot.time(),
                Origin.ORPHAN,
                describe("SNAPSHOT", snapshot.time(), snapshot.entryPrice(), snapshot.quantity()),
                Optional.empty(),
                Context.NONE);
    }

    /** The position that {@code slot} holds without a plan, found again. */
    static Opening found(Slot slot) {
        Position position = slot.position();
        return new Opening(
                position.side(),
                position.quantity(),
                position.entry(),
                position.leverage(),
                slot.times().opened(),
                Origin.ORPHAN,
                describe("SNAPSHOT", slot.times().opened(), position.entry(), position.quantity()),
                Optional.empty(),
                Context.NONE);
    }

    /** Opens a new instance in {@code side} and plans it in the same step. */
    void in(SideTurn turn) {
        Context context = hints.over(turn.turn().context());
        Position position = new Position(side, quantity, entry, leverage.or(context::leverage));
        SlotTimes times = turn.slot().times().openedAt(time);
        turn.put(turn.slot().with(position).with(origin == Origin.FILL ? times.filledUpAt(time) : times));
        turn.turn().nextInstance();
        PlanRules.protect(turn, this);
    }

    // the same number written with other zeros is the same event
    private static String describe(String kind, long time, Optional<BigDecimal> price, BigDecimal quantity) {
        return String.join("|", kind, "" + time, price.map(Opening::plain).orElse("-"), plain(quantity));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
