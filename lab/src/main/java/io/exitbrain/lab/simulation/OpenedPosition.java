package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.costs.Costs;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The fill that opens a trade, and what was known at that moment.
 *
 * @param fill the fill with the quantity that it opens
 * @param mark the newest mark before it
 * @param defaultDistance the stop distance that counts where a policy makes no plan, as a ratio of the entry
 */
record OpenedPosition(
        Fill fill, Side side, Instrument instrument, Optional<Mark> mark, Costs costs, double defaultDistance) {

    double entry() {
        return fill.price().doubleValue();
    }

    double quantity() {
        return fill.quantity().doubleValue();
    }

    /**
     * The value in quote currency of one unit of quantity for one unit of price. An inverse contract earns coin: its result counts at the
     * entry.
     */
    double unit() {
        double size = instrument.contractSize().doubleValue();
        return instrument.inverse() ? size / entry() : size;
    }

    Wallet wallet() {
        return new Wallet(side, unit(), costs);
    }

    /** The risk in quote currency with a stop at {@code distance}, a ratio of the entry. */
    double riskAt(double distance) {
        return unit() * quantity() * entry() * distance;
    }

    /** A fill of the exchange of the lab that closes {@code quantity}. */
    Fill closing(int number, BigDecimal quantity, BigDecimal price, long time) {
        return new Fill(
                fill.symbol(),
                side == Side.LONG ? OrderSide.SELL : OrderSide.BUY,
                price,
                quantity,
                Optional.of("lab-" + number),
                Optional.empty(),
                fill.positionSide(),
                true,
                Optional.empty(),
                ExitContext.NONE,
                time);
    }
}
