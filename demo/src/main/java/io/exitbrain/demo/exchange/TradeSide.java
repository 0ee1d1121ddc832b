package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** The direction of an order. */
public enum TradeSide {
    BUY,
    SELL;

    static TradeSide of(BigDecimal signedQuantity) {
        return signedQuantity.signum() > 0 ? BUY : SELL;
    }
}
