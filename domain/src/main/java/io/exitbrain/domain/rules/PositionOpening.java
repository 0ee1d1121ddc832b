package io.exitbrain.domain.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The event that opens a position instance.
 * @param firstEvent identifies the event; the plan's id is a hash of it
 * @param leverage the leverage in the event; empty = unknown
 */
record PositionOpening(
        Side side,
        BigDecimal quantity,
        Optional<BigDecimal> entry,
        Optional<BigDecimal> leverage,
        long time,
        Origin origin,
        String firstEvent,
        Optional<String> fillId,
        ExitContext hints) {

    static PositionOpening by(Fill fill) {
        return new PositionOpening(
                fill.side().opens(),
                fill.quantity(),
                Optional.of(fill.price()),
                fill.leverage(),
                fill.time(),
                Origin.FILL,
                fill.fillId()
                        .orElseGet(() -> describe("FILL", fill.time(), Optional.of(fill.price()), fill.quantity())),
                fill.fillId(),
                fill.hints());
    }

    /** The same event, as the opening of a position of this direction, quantity and entry. */
    PositionOpening of(Side direction, BigDecimal open, Optional<BigDecimal> price) {
        return new PositionOpening(
                direction, open, price.or(() -> entry), leverage, time, origin, firstEvent, fillId, hints);
    }

    static PositionOpening by(Snapshot snapshot) {
        return new PositionOpening(
                snapshot.side(),
                snapshot.quantity(),
                snapshot.entryPrice(),
                snapshot.leverage(),
                snapshot.time(),
                Origin.ORPHAN,
                describe("SNAPSHOT", snapshot.time(), snapshot.entryPrice(), snapshot.quantity()),
                Optional.empty(),
                ExitContext.NONE);
    }

    /** The opening of the position that {@code side} holds without a plan. */
    static PositionOpening ofUnplanned(SideState side) {
        Position position = side.position();
        return new PositionOpening(
                position.side(),
                position.quantity(),
                position.entry(),
                position.leverage(),
                side.times().opened(),
                Origin.ORPHAN,
                describe("SNAPSHOT", side.times().opened(), position.entry(), position.quantity()),
                Optional.empty(),
                ExitContext.NONE);
    }

    // Trailing zeros are removed, so that equal numbers describe the same event.
    private static String describe(String kind, long time, Optional<BigDecimal> price, BigDecimal quantity) {
        return String.join(
                "|", kind, "" + time, price.map(PositionOpening::plain).orElse("-"), plain(quantity));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
