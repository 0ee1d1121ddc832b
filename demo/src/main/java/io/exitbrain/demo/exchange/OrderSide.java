package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** Which way an order trades. */
public enum OrderSide {
    BUY,
    SELL;

    static OrderSide of(BigDecimal signedQuantity) {
        return signedQuantity.signum() > 0 ? BUY : SELL;
    }
}
