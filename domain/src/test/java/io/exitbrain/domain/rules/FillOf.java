package io.exitbrain.domain.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;

/** Builds a fill, field by field. */
final class FillOf {

    private final Trader trader;
    private OrderSide side = OrderSide.BUY;
    private Optional<String> id = Optional.empty();
    private PositionSide positionSide = PositionSide.BOTH;
    private boolean reduceOnly;
    private Optional<BigDecimal> leverage = Optional.empty();
    private ExitContext hints = ExitContext.NONE;

    FillOf(Trader trader) {
        this.trader = trader;
    }

    FillOf side(OrderSide side) {
        this.side = side;
        return this;
    }

    FillOf id(String id) {
        this.id = Optional.of(id);
        return this;
    }

    FillOf on(PositionSide positionSide) {
        this.positionSide = positionSide;
        return this;
    }

    FillOf reduceOnly() {
        this.reduceOnly = true;
        return this;
    }

    FillOf leverage(String leverage) {
        this.leverage = Optional.of(new BigDecimal(leverage));
        return this;
    }

    FillOf hints(ExitContext hints) {
        this.hints = hints;
        return this;
    }

    Fill of(String quantity, String price) {
        return new Fill(
                Trader.SYMBOL,
                side,
                new BigDecimal(price),
                new BigDecimal(quantity),
                id,
                Optional.empty(),
                positionSide,
                reduceOnly,
                leverage,
                hints,
                trader.time());
    }

    Trader fills(String quantity, String price) {
        return trader.does(of(quantity, price));
    }
}
