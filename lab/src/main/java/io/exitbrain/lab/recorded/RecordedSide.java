package io.exitbrain.lab.recorded;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;

/**
 * The recorded position of one side of a symbol, by its fills. A position that was open before the recording is known from its first row
 * only; its fills open no trade until it is flat.
 */
public final class RecordedSide {

    private final PositionSide positionSide;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal carried = BigDecimal.ZERO;
    private long carriedAt;
    private long lastFillAt = -1;
    private boolean hasRow;

    /**
     * What a fill did.
     *
     * @param closed what it closed of the recorded trade
     * @param opened what it opened or added; its sign is that of the position
     * @param isFlat whether the trade was flat after {@code closed}
     * @param isAdd whether {@code opened} was added to an open trade
     * @param leftOut what belongs to a position that was open before the recording, or may only close and closes nothing that is known
     */
    public record Change(BigDecimal closed, BigDecimal opened, boolean isFlat, boolean isAdd, BigDecimal leftOut) {}

    public RecordedSide(PositionSide positionSide) {
        this.positionSide = positionSide;
    }

    public boolean isOpen() {
        return quantity.signum() != 0;
    }

    public Change take(Fill fill) {
        lastFillAt = Math.max(lastFillAt, fill.time());
        BigDecimal signed =
                fill.side() == OrderSide.BUY ? fill.quantity() : fill.quantity().negate();
        BigDecimal leftOut = takenByCarried(signed, fill.time());
        return applied(signed.subtract(leftOut), leftOut, fill.reduceOnly() || isExcess(signed));
    }

    /** In hedge mode a side never turns into the other. */
    private boolean isExcess(BigDecimal signed) {
        return (positionSide == PositionSide.LONG && signed.signum() < 0)
                || (positionSide == PositionSide.SHORT && signed.signum() > 0);
    }

    /** The part of the fill that belongs to the carried position. */
    private BigDecimal takenByCarried(BigDecimal signed, long time) {
        if (carried.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (time <= carriedAt) {
            // The row holds this fill: it opened a trade of the recording, and was not carried.
            carried = carried.signum() == signed.signum() && carried.abs().compareTo(signed.abs()) >= 0
                    ? carried.subtract(signed)
                    : BigDecimal.ZERO;
            return BigDecimal.ZERO;
        }
        boolean isCrossing = signed.signum() != carried.signum() && signed.abs().compareTo(carried.abs()) > 0;
        BigDecimal taken = isCrossing ? carried.negate() : signed;
        carried = carried.add(taken);
        return taken;
    }

    private Change applied(BigDecimal signed, BigDecimal leftOut, boolean mayOnlyClose) {
        boolean isClosing = isOpen() && signed.signum() == -quantity.signum();
        BigDecimal closed = isClosing ? signed.abs().min(quantity.abs()) : BigDecimal.ZERO;
        BigDecimal after = isClosing ? quantity.add(signed.signum() > 0 ? closed : closed.negate()) : quantity;
        BigDecimal rest = isClosing ? signed.add(signed.signum() > 0 ? closed.negate() : closed) : signed;
        BigDecimal opened = mayOnlyClose ? BigDecimal.ZERO : rest;
        boolean isAdd = after.signum() != 0 && opened.signum() != 0;
        quantity = after.add(opened);
        BigDecimal unused = rest.subtract(opened);
        return new Change(closed, opened, isClosing && after.signum() == 0, isAdd, leftOut.add(unused));
    }

    /**
     * What a row of the exchange did to the recorded trade.
     *
     * @param closed what it closed: it says flat, and no fill has closed the trade
     * @param isContradicted whether the trade is none: the first row shows that another position was open before its fills
     */
    public record RowChange(BigDecimal closed, boolean isContradicted) {

        static final RowChange NOTHING = new RowChange(BigDecimal.ZERO, false);
    }

    /** Takes a row of the exchange. A row that is not {@code settleMs} newer than the last fill may be older than it. */
    public RowChange take(Snapshot row, long settleMs) {
        boolean isFirst = !hasRow;
        boolean isAfterFills = lastFillAt < 0 || row.time() - settleMs > lastFillAt;
        hasRow = true;
        if (row.isFlat()) {
            return isAfterFills ? flat() : RowChange.NOTHING;
        }
        return isFirst && isAfterFills && row.amount().compareTo(quantity) != 0 ? carried(row) : RowChange.NOTHING;
    }

    private RowChange flat() {
        BigDecimal closed = quantity.abs();
        carried = BigDecimal.ZERO;
        quantity = BigDecimal.ZERO;
        return new RowChange(closed, false);
    }

    private RowChange carried(Snapshot row) {
        boolean isContradicted = isOpen();
        carried = row.amount();
        carriedAt = row.time();
        quantity = BigDecimal.ZERO;
        return new RowChange(BigDecimal.ZERO, isContradicted);
    }
}
