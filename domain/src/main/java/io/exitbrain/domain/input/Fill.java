package io.exitbrain.domain.input;

import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One execution of an order ({@code order-fills}).
 *
 * @param price execution price, > 0
 * @param quantity base quantity of this execution, > 0
 * @param fillId unique per symbol; duplicates of a fill without an id are not detected
 * @param reduceOnly whether the order may only shrink the position
 * @param leverage >= 1; empty = unknown
 * @param hints suggestions of the model that opened the trade: tpPct, slPct, trailPct, confidence, strategyId
 * @param time exchange time, epoch milliseconds
 */
public record Fill(
        String symbol,
        OrderSide side,
        BigDecimal price,
        BigDecimal quantity,
        Optional<String> fillId,
        Optional<String> orderId,
        PositionSide positionSide,
        boolean reduceOnly,
        Optional<BigDecimal> leverage,
        ExitContext hints,
        long time)
        implements Input {

    public Fill {
        Require.positive("price", price);
        Require.positive("quantity", quantity);
    }

    /** This fill; its leverage comes from {@code positions} if the fill has none. */
    public Fill withLeverageFrom(SymbolPositions positions) {
        if (leverage.isPresent()) {
            return this;
        }
        return new Fill(
                symbol,
                side,
                price,
                quantity,
                fillId,
                orderId,
                positionSide,
                reduceOnly,
                positions.of(positionSide).flatMap(Snapshot::leverage),
                hints,
                time);
    }

    /** This fill with another quantity, > 0: the part of it that counts. */
    public Fill withQuantity(BigDecimal part) {
        return new Fill(symbol, side, price, part, fillId, orderId, positionSide, reduceOnly, leverage, hints, time);
    }

    @Override
    public String describe() {
        return side + " " + quantity.toPlainString() + " @ " + price.toPlainString();
    }
}
