package io.exitbrain.lab.exchange;

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
public record OpenedPosition(
        Fill fill, Side side, Instrument instrument, Optional<Mark> mark, Costs costs, double defaultDistance) {

    public double entry() {
        return fill.price().doubleValue();
    }

    public double quantity() {
        return fill.quantity().doubleValue();
    }

    /**
     * The value in quote currency of one unit of quantity for one unit of price. An inverse contract earns coin: its result counts at the
     * entry.
     */
    public double unit() {
        double size = instrument.contractSize().doubleValue();
        return instrument.inverse() ? size / entry() : size;
    }

    public Wallet wallet() {
        return new Wallet(side, unit(), costs);
    }

    /** The risk in quote currency with a stop at {@code distance}, a ratio of the entry. */
    public double riskAt(double distance) {
        return unit() * quantity() * entry() * distance;
    }

    /** The position that {@code again} opens after this one was closed; {@code newest} is the newest mark before it. */
    public OpenedPosition openedAgain(Fill again, Optional<Mark> newest) {
        return new OpenedPosition(again, side, instrument, newest, costs, defaultDistance);
    }

    /** A fill of the exchange of the lab that closes {@code quantity}. */
    public Fill closing(int number, BigDecimal quantity, BigDecimal price, long time) {
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
