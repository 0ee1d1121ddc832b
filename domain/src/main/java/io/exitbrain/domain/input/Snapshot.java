package io.exitbrain.domain.input;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Require;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The position that the exchange reports for one position side of a symbol ({@code positions}).
 *
 * @param amount signed base quantity; 0 = flat; for SHORT of hedge mode the sign is already normalised to negative
 * @param entryPrice average entry; empty = unknown
 * @param markPrice also counts as a mark price at {@code recordTime}
 * @param liquidationPrice price at which the exchange liquidates the position; empty = unknown
 * @param time update time, epoch milliseconds; some exchanges give the time of the last change in every row
 * @param recordTime timestamp of the record, epoch milliseconds
 */
public record Snapshot(
        String symbol,
        PositionSide positionSide,
        BigDecimal amount,
        Optional<BigDecimal> entryPrice,
        Optional<BigDecimal> markPrice,
        Optional<BigDecimal> leverage,
        Optional<BigDecimal> liquidationPrice,
        long time,
        long recordTime)
        implements PositionUpdate {

    public Snapshot {
        Require.that(
                amount.signum() == 0 || positionSide.admits(amount.signum() > 0 ? Side.LONG : Side.SHORT),
                "positionAmt must fit positionSide %s, was %s",
                positionSide,
                amount);
        entryPrice.ifPresent(price -> Require.positive("entryPrice", price));
        markPrice.ifPresent(price -> Require.positive("markPrice", price));
        liquidationPrice.ifPresent(price -> Require.positive("liquidationPrice", price));
    }

    /** A snapshot without a liquidation price, whose record carries the same timestamp as the snapshot. */
    public Snapshot(
            String symbol,
            PositionSide positionSide,
            BigDecimal amount,
            Optional<BigDecimal> entryPrice,
            Optional<BigDecimal> markPrice,
            Optional<BigDecimal> leverage,
            long time) {
        this(symbol, positionSide, amount, entryPrice, markPrice, leverage, Optional.empty(), time, time);
    }

    /** A flat {@code positionSide} at {@code time}, without any other field. */
    public static Snapshot flat(String symbol, PositionSide positionSide, long time) {
        return new Snapshot(
                symbol, positionSide, BigDecimal.ZERO, Optional.empty(), Optional.empty(), Optional.empty(), time);
    }

    /** This snapshot with {@code known} as its leverage. */
    public Snapshot withLeverage(Optional<BigDecimal> known) {
        return new Snapshot(
                symbol, positionSide, amount, entryPrice, markPrice, known, liquidationPrice, time, recordTime);
    }

    public boolean isFlat() {
        return amount.signum() == 0;
    }

    /** The direction of the position; LONG if the snapshot is flat. */
    public Side side() {
        return amount.signum() < 0 ? Side.SHORT : Side.LONG;
    }

    public BigDecimal quantity() {
        return amount.abs();
    }

    @Override
    public String describe() {
        return positionSide + " " + amount.toPlainString();
    }

    @Override
    public List<Snapshot> snapshots() {
        return List.of(this);
    }
}
